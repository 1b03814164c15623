package org.carbonupgrade.internal.plan;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/** Where the plan is if nobody names one. */
public final class PlanPlace {

    /** The file's name, everywhere. */
    public static final String NAME = "upgrade.properties";

    /** Set by the stand-alone runtime when its console is opened with a plan. */
    private static final String OF_CONSOLE = "carbonupgrade.plan";

    private PlanPlace() {}

    /** The plan named, or the one that the console was opened with, or the product's own, or the one in the directory that the command was given in. */
    public static Path of(Optional<Path> named) {
        Optional<Path> given = given(named);
        if (given.isPresent()) {
            return given.get();
        }
        String product = System.getProperty("carbon.home");
        Path usual = product == null ? Paths.get(NAME) : Paths.get(product, "repository", "upgrade", NAME);
        return usual.toAbsolutePath();
    }

    /** The plan named, or the one that the console was opened with, if there is either. */
    public static Optional<Path> given(Optional<Path> named) {
        Optional<Path> console =
                Optional.ofNullable(System.getProperty(OF_CONSOLE)).map(Paths::get);
        return (named.isPresent() ? named : console).map(Path::toAbsolutePath);
    }
}
