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
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a process has a database's files open, without touching them. H2's own lock file proves nothing: it stays
 * behind when a server dies, and to test it means to write it.
 */
final class H2InUse {

    private static final Path PROCESSES = Paths.get("/proc");

    private H2InUse() {}

    /** Who has one of the files open, for people; empty if nobody is known to. One look for all: a database can have thousands. */
    static Optional<String> holder(Collection<Path> files) throws IOException {
        Set<Path> real = new HashSet<>();
        for (Path file : files) {
            real.add(file.toRealPath());
        }
        Optional<String> process = process(real);
        if (process.isPresent()) {
            return process;
        }
        for (Path file : real) {
            if (locked(file)) {
                return Optional.of("another process");
            }
        }
        return Optional.empty();
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
    private static Optional<String> process(Set<Path> files) throws IOException {
        if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (hasOpen(process, files)) {
                    return Optional.of("process " + process.getFileName());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasOpen(Path process, Set<Path> files) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (pointsTo(descriptor, files)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // another user's process, or one that has just ended
        }
    }

    private static boolean pointsTo(Path descriptor, Set<Path> files) {
        try {
            return files.contains(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
