package org.carbonupgrade.internal.configure;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.carbonupgrade.internal.UpgradeError;

/** The files below {@code repository/conf} of a home and its start scripts, by their paths from the home. */
final class ConfigurationFiles {

    static final String CONF = "repository/conf";

    /** Have options for the JVM, which are configuration; the only ones that are not below {@link #CONF}. */
    static final List<String> SCRIPTS =
            Collections.unmodifiableList(Arrays.asList("bin/wso2server.bat", "bin/wso2server.sh"));

    private ConfigurationFiles() {}

    /** All of them, sorted; links are followed, since what counts is what the server reads. */
    static SortedSet<String> below(Path home) {
        SortedSet<String> names = new TreeSet<>();
        SCRIPTS.stream()
                .filter(script -> Files.isRegularFile(home.resolve(script)))
                .forEach(names::add);
        walk(home, (file, attributes) -> {
            if (attributes.isRegularFile()) {
                names.add(name(home, file));
            }
        });
        return names;
    }

    /** What stands among them and is none: pipes, sockets, links that lead nowhere. */
    static SortedSet<String> special(Path home) {
        SortedSet<String> names = new TreeSet<>();
        walk(home, (file, attributes) -> {
            if (!attributes.isRegularFile()) {
                names.add(home.relativize(file).toString());
            }
        });
        return names;
    }

    private static void walk(Path home, BiConsumer<Path, BasicFileAttributes> visitor) {
        Path conf = home.resolve(CONF);
        if (!Files.isDirectory(conf)) {
            return;
        }
        try {
            Files.walkFileTree(
                    conf, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<Path>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            visitor.accept(file, attributes);
                            return FileVisitResult.CONTINUE;
                        }

                        /** A link that leads to a directory above it holds nothing that was not seen. */
                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                            if (e instanceof FileSystemLoopException) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw e;
                        }
                    });
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(conf.toString(), "The configuration cannot be read: " + e, e);
        }
    }

    private static String name(Path home, Path file) {
        String name =
                home.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        if (!home.resolve(name).equals(file)) {
            throw UpgradeError.FILE_READ.at(
                    file.toString(), "The file's name is no text in the encoding of this system, and would be lost.");
        }
        return name;
    }

    /** The content of a file, or null if there is none. */
    static byte[] read(Path home, String name) {
        Path file = home.resolve(name);
        try {
            refuseTooLarge(file);
            return Files.isRegularFile(file) || Files.isSymbolicLink(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    /** Files are merged in memory, several versions of each at once. */
    private static void refuseTooLarge(Path file) throws IOException {
        long most = Runtime.getRuntime().maxMemory() / 16;
        if (Files.exists(file) && Files.size(file) > most) {
            throw UpgradeError.FILE_READ.at(
                    file.toString(),
                    "The file has " + Files.size(file) + " bytes; configuration of more than " + most
                            + " bytes needs more memory, such as -Xmx2g in CARBON_UPGRADE_OPTS.");
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
