package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** Copies and deletes directory trees. Symbolic links are never followed. */
public final class Trees {

    private Trees() {}

    /** Whether a directory holds nothing at all. */
    public static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Copies a tree with its links, modes and times, as {@code cp -a} does; out of another file system too.
     *
     * @param to the copy to be; its parent has to be there, itself it may be there
     */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(target(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = target(file);
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isSymbolicLink()) {
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Path copy = target(directory);
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(directory));
                Files.setLastModifiedTime(copy, Files.getLastModifiedTime(directory));
                return FileVisitResult.CONTINUE;
            }

            /** By the name's bytes where that is possible: as text, a name that is not valid in this locale would be lost. */
            private Path target(Path original) {
                Path relative = from.relativize(original);
                return from.getFileSystem().equals(to.getFileSystem())
                        ? to.resolve(relative)
                        : to.resolve(relative.toString());
            }
        });
    }

    /** Deletes a tree, read-only files included; does nothing if there is none. */
    public static void delete(Path tree) {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new HarnessException("cannot delete " + tree, e);
        }
    }
}
