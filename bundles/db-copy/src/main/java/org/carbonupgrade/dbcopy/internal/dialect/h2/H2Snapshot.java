package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * A copy of a closed database's files, opened in their place: opening H2 files writes to them. A copy is used again as long as
 * the digests of the originals are the same and whoever had it open closed it in good order.
 */
final class H2Snapshot {

    /** One line a file of the originals: digest and name. */
    private static final String MANIFEST = "snapshot.sha256";

    /** Is there while somebody may write to the copy, also after that has died. */
    private static final String OPEN = "snapshot.open";

    private final H2Originals originals;
    private final Path directory;
    private final Path path;
    private final String name;

    /**
     * @param database the original's path, without endings
     * @param snapshots where snapshots are; this one gets a directory of its own there
     * @param name the database's, for messages
     */
    H2Snapshot(Path database, Path snapshots, String name) {
        this.originals = new H2Originals(database, name);
        String unique = DigestUtils.sha256Hex(database.toString()).substring(0, 16);
        this.directory = snapshots.toAbsolutePath().normalize().resolve(unique + "-" + database.getFileName());
        this.path = directory.resolve(database.getFileName());
        this.name = name;
    }

    /** Where the copy can be opened: a path without endings. */
    Path path() {
        return path;
    }

    /** Copies the originals unless there is a good copy of them; gives the fingerprint of their content. */
    String refresh() {
        return guarded(() -> {
            originals.requireUnused();
            if (Files.exists(file(MANIFEST)) && !Files.exists(file(OPEN))) {
                String copied = read(file(MANIFEST));
                if (originals.manifest().equals(copied)) {
                    return H2Originals.fingerprint(copied);
                }
            }
            FileUtils.deleteDirectory(directory.toFile());
            String copied = originals.unchanged(
                    () -> originals.manifest((file, relative) -> copy(file, directory.resolve(relative.toString()))));
            Files.write(file(MANIFEST), copied.getBytes(StandardCharsets.UTF_8));
            return H2Originals.fingerprint(copied);
        });
    }

    /** Makes sure that the copy, which somebody has open, is still one of the originals; gives their fingerprint. */
    String verify() {
        return guarded(() -> {
            originals.requireUnused();
            String copied = read(file(MANIFEST));
            originals.requireEqual(copied, originals.manifest());
            return H2Originals.fingerprint(copied);
        });
    }

    /** The copy is about to be opened in a way that may write to it. */
    void opened() {
        guarded(() -> Files.write(file(OPEN), new byte[0]));
    }

    /** The copy is of no use, or still held by somebody who failed with it: the next refresh makes a new one. */
    void forget() {
        opened();
    }

    /** The copy was closed in good order. */
    void closed() {
        guarded(() -> Files.deleteIfExists(file(OPEN)));
    }

    private Path file(String own) {
        return directory.resolve(own);
    }

    private static String copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            return H2Originals.transfer(file, out);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private <T> T guarded(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot copy the closed database's files: " + e, name, e);
        }
    }

    /** Something done with files. */
    @FunctionalInterface
    private interface FileWork<T> {
        T run() throws IOException;
    }
}
