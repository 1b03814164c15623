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
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * Tells whether a process has a database's files open, without touching them. H2's own lock file proves nothing: it stays
 * behind when a server dies, and to test it means to write it.
 */
final class H2InUse {

    private static final Path PROCESSES = Paths.get("/proc");

    private H2InUse() {}

    /**
     * Refuses to go on if somebody is known to have one of the files open. One look for all: a database can have thousands.
     *
     * @param name the database's, for the message
     */
    static void refuse(Collection<Path> files, String name) {
        try {
            Optional<String> holder = holder(files);
            if (holder.isPresent()) {
                throw new DbCopyException(DbError.DB_IN_USE, "The database is open in " + holder.get() + ".", name);
            }
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot tell whether the database is in use: " + e, name, e);
        }
    }

    private static Optional<String> holder(Collection<Path> files) throws IOException {
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
