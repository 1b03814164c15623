package org.carbonupgrade.itests.server;

import java.nio.file.Path;
import org.carbonupgrade.itests.support.Trees;

/** Where the tests make their homes. */
final class Places {

    private static final Path ALL =
            Path.of(System.getProperty("itests.homes")).toAbsolutePath().normalize();

    private Places() {}

    /** A directory that does not exist; whatever an earlier run left there is deleted. */
    static Path fresh(String name) {
        Path directory = ALL.resolve(name);
        Trees.delete(directory);
        return directory;
    }
}
