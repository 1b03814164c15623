package org.carbonupgrade.internal.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.Durable;

/** The jars of our three bundles, and how they get into a home. */
final class OwnBundles {

    /** Set by the stand-alone runtime: its folder {@code dropins/}. */
    private static final String PLACE = "carbonupgrade.dropins";

    private static final String OURS = "org.carbonupgrade.*.jar";
    private static final String VERIFICATION = "org.carbonupgrade.verification[-_]*.jar";

    private OwnBundles() {}

    /**
     * Copies them into a home's dropins, in the place of other versions of them.
     *
     * @return their names; those that are there already if this is no stand-alone runtime
     * @throws org.carbonupgrade.UpgradeException if the verification is neither there nor can be put there
     */
    static List<String> putInto(CarbonHome home) {
        String place = System.getProperty(PLACE);
        try {
            if (place != null) {
                replace(jars(Paths.get(place), OURS), home.dropins());
            }
            if (jars(home.dropins(), VERIFICATION).isEmpty()
                    && jars(home.resolve("repository/components/plugins"), VERIFICATION)
                            .isEmpty()) {
                throw UpgradeError.BUNDLES_MISSING.at(home.toString(), "The new home has no verification bundle.");
            }
            return names(jars(home.dropins(), OURS));
        } catch (IOException e) {
            throw UpgradeError.INSTALL_WRITE.at(home.dropins().toString(), "The bundles cannot be copied: " + e, e);
        }
    }

    private static void replace(List<Path> jars, Path dropins) throws IOException {
        Files.createDirectories(dropins);
        List<String> wanted = names(jars);
        for (Path jar : jars) {
            Path target = dropins.resolve(jar.getFileName().toString());
            if (!Files.exists(target) || !FileUtils.contentEquals(jar.toFile(), target.toFile())) {
                Path part = dropins.resolve(jar.getFileName() + ".part");
                Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (Path other : jars(dropins, OURS)) {
            if (!wanted.contains(other.getFileName().toString())) {
                Files.delete(other);
            }
        }
        Durable.force(dropins);
    }

    private static List<Path> jars(Path directory, String pattern) throws IOException {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, pattern)) {
                found.forEach(jars::add);
            }
        }
        Collections.sort(jars);
        return jars;
    }

    private static List<String> names(List<Path> jars) {
        List<String> names = new ArrayList<>();
        jars.forEach(jar -> names.add(jar.getFileName().toString()));
        return names;
    }
}
