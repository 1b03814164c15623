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

/** The packages and bundles that bundles find in a server: those of other bundles, and what the framework itself gives. */
final class OfferedPackages {

    private static final String[] BUNDLES = {"repository/components/plugins", "repository/components/dropins"};
    private static final String[] JARS = {"repository/components/lib", "repository/components/extensions"};

    private final Map<String, List<Version>> exports = new HashMap<>();
    private final Map<String, List<Version>> bundles = new HashMap<>();
    private final SystemPackages system;

    private OfferedPackages(SystemPackages system) {
        this.system = system;
    }

    /** What is offered by the new server with what is carried to it from the old home. */
    static OfferedPackages of(CarbonHome newHome, CarbonHome oldHome, ServerJava java) {
        OfferedPackages offered = new OfferedPackages(SystemPackages.of(newHome, java));
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
        Version own = system.version(name);
        return own != null && range.includes(own) || any(exports, name, range);
    }

    /** Whether there is a bundle of this symbolic name in a version that is taken. */
    boolean hasBundle(String name, VersionRange range) {
        return name.equals("system.bundle") || any(bundles, name, range);
    }

    private static boolean any(Map<String, List<Version>> offered, String name, VersionRange range) {
        return offered.getOrDefault(name, Collections.emptyList()).stream().anyMatch(range::includes);
    }

    private void add(Path jar) {
        BundleHeaders headers;
        try {
            headers = BundleHeaders.of(jar);
        } catch (UpgradeException e) {
            return; // a damaged jar offers nothing; what needs it is named
        }
        if (headers.bundle()) {
            headers.exports().forEach((name, version) -> add(exports, name, version));
            add(bundles, headers.name(), headers.version());
        } else {
            headers.packages().forEach(name -> add(exports, name, new Version(1, 0, 0)));
        }
    }

    private static void add(Map<String, List<Version>> offered, String name, Version version) {
        offered.computeIfAbsent(name, key -> new ArrayList<>()).add(version);
    }
}
