package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.BundleHeaders;
import org.carbonupgrade.internal.home.CarbonHome;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** The packages that bundles find in a server: those that other bundles export, and Java's own. */
final class OfferedPackages {

    /** Where Java's own packages are among those that begin so; they need no bundle. */
    private static final String[] OF_JAVA = {
        "java.", "javax.", "org.w3c.", "org.xml.", "org.ietf.", "org.omg.", "sun.", "com.sun.", "jdk."
    };

    private static final String[] BUNDLES = {"repository/components/plugins", "repository/components/dropins"};
    private static final String[] JARS = {"repository/components/lib", "repository/components/extensions"};

    private final Map<String, List<Version>> exports = new HashMap<>();

    /** What is offered by the new server with what is carried to it from the old home. */
    static OfferedPackages of(CarbonHome newHome, CarbonHome oldHome) {
        OfferedPackages offered = new OfferedPackages();
        for (String place : BUNDLES) {
            jars(newHome.resolve(place)).forEach(offered::add);
        }
        jars(oldHome.dropins()).forEach(offered::add);
        for (String place : JARS) {
            jars(newHome.resolve(place)).forEach(offered::add);
            jars(oldHome.resolve(place)).forEach(offered::add);
        }
        return offered;
    }

    /** The jars of a directory, sorted; none of one that is not there. */
    static List<Path> jars(Path directory) {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.jar")) {
                found.forEach(jars::add);
            } catch (IOException e) {
                throw UpgradeError.FILE_READ.at(directory.toString(), "The directory cannot be read: " + e, e);
            }
        }
        Collections.sort(jars);
        return jars;
    }

    /** Whether a bundle finds a package in a version that it takes. */
    boolean has(String name, VersionRange range) {
        List<Version> versions = exports.get(name);
        if (versions != null) {
            return versions.stream().anyMatch(range::includes);
        }
        for (String prefix : OF_JAVA) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private void add(Path jar) {
        BundleHeaders headers;
        try {
            headers = BundleHeaders.of(jar);
        } catch (UpgradeException e) {
            return; // a damaged jar offers nothing; what needs it is named
        }
        if (headers.bundle()) {
            headers.exports().forEach(this::add);
        } else {
            headers.packages().forEach(name -> add(name, new Version(1, 0, 0)));
        }
    }

    private void add(String name, Version version) {
        exports.computeIfAbsent(name, key -> new ArrayList<>()).add(version);
    }
}
