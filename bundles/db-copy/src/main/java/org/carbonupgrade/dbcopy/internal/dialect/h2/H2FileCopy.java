package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/**
 * Copies the files of a closed database as fast as the system can, and reads both sides again: the copy is what the originals
 * are. Large objects of the oldest version are thousands of small files, of which many are forced to disk at once.
 */
final class H2FileCopy {

    /** A disk that is asked to write many small files does so at once. */
    private static final int AT_ONCE = 16;

    private final H2Originals originals;
    private final Path from;
    private final Path to;
    private final String name;

    /**
     * @param from the original's path, without endings
     * @param to the copy's path, without endings; the file's own name can be another
     * @param name the database's, for messages
     */
    H2FileCopy(Path from, Path to, String name) {
        this.originals = new H2Originals(from, name);
        this.from = from;
        this.to = to;
        this.name = name;
    }

    /** Copies; gives the fingerprint of what was copied. */
    String run() throws IOException {
        originals.requireUnused();
        List<Runnable> tasks = new ArrayList<>();
        Map<Path, String> read = new ConcurrentHashMap<>();
        Map<Path, String> written = new ConcurrentHashMap<>();
        for (Path file : originals.all()) {
            tasks.add(() -> guarded(() -> written.put(file, copy(file))));
            tasks.add(() -> guarded(() -> read.put(file, H2Originals.digest(file))));
        }
        try {
            return H2Originals.fingerprint(originals.unchanged(() -> {
                Workers.all(Math.min(AT_ONCE, tasks.size()), name, new Stop(), tasks, H2FileCopy::run);
                return originals.manifest((file, relative) -> equal(file, read.get(file), written.get(file)));
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean run(Runnable task) {
        task.run();
        return true;
    }

    private String equal(Path file, String read, String written) {
        if (read == null || !read.equals(written)) {
            throw new DbCopyException(
                    DbError.DB_FILE, "The copy of " + file + " does not hold what the file holds.", name);
        }
        return read;
    }

    /** Gives the digest of what can be read from the copy. */
    private String copy(Path file) throws IOException {
        String ending = originals
                .relative(file)
                .toString()
                .substring(from.getFileName().toString().length());
        Path copy = Paths.get(to + ending);
        Files.createDirectories(copy.getParent());
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.size();
            for (long at = 0; at < size; ) {
                long moved = in.transferTo(at, size - at, out);
                if (moved == 0) {
                    break; // somebody has cut the file off: the digests differ
                }
                at += moved;
            }
            out.force(true);
        }
        return H2Originals.digest(copy);
    }

    private static void guarded(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something done with files. */
    @FunctionalInterface
    private interface FileWork {
        Object run() throws IOException;
    }
}
