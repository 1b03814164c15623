package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.UpgradeError;

/**
 * The version of the Carbon kernel in a home. The {@code Version} of carbon.xml can be a placeholder that nobody filled in;
 * {@code bin/wso2carbon-version.txt}, the names of the kernel's own jars and the list of bundles tell the truth, and all have to agree.
 */
public final class CarbonVersion implements Comparable<CarbonVersion> {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?!\\d)");

    private static final String TEXT = "bin/wso2carbon-version.txt";

    /** The kernel's own jars, each with its version in its name. */
    private static final String[][] JARS = {
        {"repository/components/plugins", "org.wso2.carbon.core_*.jar"},
        {"bin", "org.wso2.carbon.bootstrap-*.jar"},
        {"lib", "org.wso2.carbon.server-*.jar"}
    };

    /** Where lists of the bundles that a server starts with are. */
    private static final String[] BUNDLE_LISTS = {
        "repository/components/default/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info",
        "repository/components/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"
    };

    private static final Pattern CORE = Pattern.compile("(?m)^org\\.wso2\\.carbon\\.core,([^,\\r\\n]*),");
    private static final long MOST_BYTES = 4 << 20;

    private final int[] parts;

    private CarbonVersion(Matcher number) {
        this.parts = new int[] {
            Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2)), Integer.parseInt(number.group(3))
        };
    }

    /** Reads a version such as {@code 4.4.7} out of a text, the first it holds. */
    public static Optional<CarbonVersion> in(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Optional.of(new CarbonVersion(number)) : Optional.empty();
    }

    static CarbonVersion of(Path home) {
        Map<String, CarbonVersion> told = new TreeMap<>();
        in(text(home.resolve(TEXT))).ifPresent(version -> told.put(TEXT, version));
        for (String[] place : JARS) {
            jars(home, place[0], place[1], told);
        }
        bundleList(home, told);
        Set<CarbonVersion> versions = new HashSet<>(told.values());
        if (versions.size() != 1) {
            throw UpgradeError.VERSION_UNKNOWN.at(
                    home.toString(),
                    told.isEmpty()
                            ? "Nothing in the home tells its Carbon version."
                            : "The home tells more than one Carbon version: " + told + ".");
        }
        return versions.iterator().next();
    }

    /** Empty of a file that is not there, or larger than any that belongs there. */
    private static String text(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? ""
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // others tell
        }
    }

    /** The list of the bundles that the server starts with; another version's jar beside the listed one would not be noticed. */
    private static void bundleList(Path home, Map<String, CarbonVersion> told) {
        for (String place : BUNDLE_LISTS) {
            Matcher core = CORE.matcher(text(home.resolve(place)));
            while (core.find()) {
                in(core.group(1)).ifPresent(version -> told.put(place, version));
            }
        }
    }

    private static void jars(Path home, String place, String name, Map<String, CarbonVersion> told) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.resolve(place), name)) {
            for (Path jar : jars) {
                String file = jar.getFileName().toString();
                in(file).ifPresent(version -> told.put(place + "/" + file, version));
            }
        } catch (IOException e) {
            // others tell
        }
    }

    @Override
    public int compareTo(CarbonVersion other) {
        for (int i = 0; i < parts.length; i++) {
            int order = Integer.compare(parts[i], other.parts[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CarbonVersion && Arrays.equals(parts, ((CarbonVersion) other).parts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    /** Such as {@code 4.4.7}. */
    @Override
    public String toString() {
        return parts[0] + "." + parts[1] + "." + parts[2];
    }
}
