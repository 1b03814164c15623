package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Tells whether a process has a database file open, without touching the file. H2's own lock file proves nothing: it stays
 * behind when a server dies, and to test it means to write it.
 */
final class H2InUse {

    private static final Path PROCESSES = Paths.get("/proc");

    private H2InUse() {}

    /** Who has the file open, for people; empty if nobody is known to. */
    static Optional<String> holder(Path file) throws IOException {
        Optional<String> process = process(file.toRealPath());
        return process.isPresent() ? process : locked(file) ? Optional.of("another process") : Optional.empty();
    }

    /** H2 1.4 locks its file in the operating system; a shared lock on it needs no right to write. */
    private static boolean locked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Where there is a /proc: the processes that we may look into. */
    private static Optional<String> process(Path file) throws IOException {
        if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (hasOpen(process, file)) {
                    return Optional.of("process " + process.getFileName());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasOpen(Path process, Path file) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (pointsTo(descriptor, file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // another user's process, or one that has just ended
        }
    }

    private static boolean pointsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
