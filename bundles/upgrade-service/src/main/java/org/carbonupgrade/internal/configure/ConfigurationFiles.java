package org.carbonupgrade.internal.configure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carbonupgrade.internal.UpgradeError;

/** The files below {@code repository/conf} of a home, by their paths from the home. */
final class ConfigurationFiles {

    static final String CONF = "repository/conf";

    private ConfigurationFiles() {}

    /** All of them, sorted; links are followed, since what counts is what the server reads. */
    static SortedSet<String> below(Path home) {
        SortedSet<String> names = new TreeSet<>();
        Path conf = home.resolve(CONF);
        if (!Files.isDirectory(conf)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(conf)) {
            files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .forEach(names::add);
            return names;
        } catch (IOException | UncheckedIOException e) {
            throw UpgradeError.FILE_READ.at(conf.toString(), "The configuration cannot be read: " + e, e);
        }
    }

    /** The content of a file, or null if there is none. */
    static byte[] read(Path home, String name) {
        Path file = home.resolve(name);
        try {
            return Files.isRegularFile(file) || Files.isSymbolicLink(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    /** Copies the whole configuration; what is there already is replaced. */
    static void copy(Path home, Path target) throws IOException {
        for (String name : below(home)) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(
                    home.resolve(name), file, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
