package org.carbonupgrade.internal.plan;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/** Where the plan is if nobody names one. */
public final class PlanPlace {

    /** The file's name, everywhere. */
    public static final String NAME = "upgrade.properties";

    private PlanPlace() {}

    /** The plan named, or the product's own, or the one in the directory that the command was given in. */
    public static Path of(Optional<Path> named) {
        String product = System.getProperty("carbon.home");
        Path usual = product == null ? Paths.get(NAME) : Paths.get(product, "repository", "upgrade", NAME);
        return named.orElse(usual).toAbsolutePath();
    }
}
