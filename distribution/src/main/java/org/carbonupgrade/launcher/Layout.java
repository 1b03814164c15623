package org.carbonupgrade.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where things are in the unpacked distribution. */
final class Layout {

    private final Path home;

    Layout(Path home) {
        this.home = home;
    }

    /** Tells the bundles where the drivers and they themselves are, by system properties. */
    void announce() {
        System.setProperty("carbonupgrade.drivers", home.resolve("drivers").toString());
        System.setProperty("carbonupgrade.dropins", home.resolve("dropins").toString());
        // MariaDB's driver writes to the console what a user may not do; whatever matters comes as an exception.
        System.setProperty("mariadb.logging.disable", "true");
    }

    /** Our bundles that need no server, and what they run on. */
    List<Path> bundles() {
        List<Path> bundles = jars("lib/runtime");
        jars("dropins").stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("org.carbonupgrade.verification"))
                .forEach(bundles::add);
        return bundles;
    }

    /** The shell. */
    List<Path> consoleBundles() {
        return jars("lib/console");
    }

    private List<Path> jars(String directory) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home.resolve(directory), "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "The distribution is not complete: " + home.resolve(directory) + " cannot be read.", e);
        }
        Collections.sort(jars);
        return jars;
    }
}
