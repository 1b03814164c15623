package org.carbonupgrade.verification.internal.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes directories. */
public final class Trees {

    private Trees() {}

    /** Deletes a directory with all that is in it, if it is there. A symbolic link is deleted, never followed. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes a directory if nothing is in it. */
    public static void deleteIfEmpty(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            boolean empty;
            try (java.util.stream.Stream<Path> files = Files.list(directory)) {
                empty = !files.findAny().isPresent();
            }
            if (empty) {
                Files.deleteIfExists(directory);
            }
        }
    }
}
