package org.carbonupgrade.dbcopy.internal.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Everything that can be seen of a folder's files from outside: names, content, sizes, times, rights. */
final class FileStates {

    private FileStates() {}

    /** One line a file or directory, sorted; empty for a folder that does not exist. */
    static String of(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return "";
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted()
                    .map(path -> folder.relativize(path) + " " + state(path))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String state(Path path) {
        try {
            PosixFileAttributes seen = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return seen.permissions() + " " + seen.lastModifiedTime()
                    + (seen.isRegularFile() ? " " + seen.size() + " " + digest(path) : " folder or link");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }
}
