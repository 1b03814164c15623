package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.NullOutputStream;
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

    private final H2Files originals;
    private final Path directory;
    private final Path path;
    private final String name;

    /**
     * @param database the original's path, without endings
     * @param snapshots where snapshots are; this one gets a directory of its own there
     * @param name the database's, for messages
     */
    H2Snapshot(Path database, Path snapshots, String name) {
        this.originals = new H2Files(database);
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
            H2InUse.refuse(originals.all(), name);
            if (Files.exists(file(MANIFEST)) && !Files.exists(file(OPEN))) {
                String copied = read(file(MANIFEST));
                if (manifest(null).equals(copied)) {
                    return DigestUtils.sha256Hex(copied);
                }
            }
            FileUtils.deleteDirectory(directory.toFile());
            String before = sizesAndTimes();
            String copied = manifest(directory);
            refuse(!before.equals(sizesAndTimes()));
            H2InUse.refuse(originals.all(), name);
            Files.write(file(MANIFEST), copied.getBytes(StandardCharsets.UTF_8));
            return DigestUtils.sha256Hex(copied);
        });
    }

    /** Makes sure that the copy, which somebody has open, is still one of the originals; gives their fingerprint. */
    String verify() {
        return guarded(() -> {
            H2InUse.refuse(originals.all(), name);
            String copied = read(file(MANIFEST));
            refuse(!manifest(null).equals(copied));
            return DigestUtils.sha256Hex(copied);
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

    private void refuse(boolean changing) {
        if (changing) {
            throw new DbCopyException(DbError.DB_IN_USE, "Somebody is writing to the database's files.", name);
        }
    }

    private String sizesAndTimes() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : originals.all()) {
            lines.append(file).append(' ').append(Files.size(file)).append(' ');
            lines.append(Files.getLastModifiedTime(file)).append('\n');
        }
        return lines.toString();
    }

    /** The files are copied to the target on the way, if there is one. */
    private String manifest(Path target) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : originals.all()) {
            Path relative = originals.relative(file);
            String digest = target == null ? digest(file) : copy(file, target.resolve(relative.toString()));
            lines.append(digest).append("  ").append(relative).append('\n');
        }
        return lines.toString();
    }

    private Path file(String own) {
        return directory.resolve(own);
    }

    private static String digest(Path file) throws IOException {
        return transfer(file, NullOutputStream.NULL_OUTPUT_STREAM);
    }

    private static String copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            return transfer(file, out);
        }
    }

    private static String transfer(Path file, OutputStream out) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            IOUtils.copyLarge(in, out, new byte[1 << 17]);
        }
        return Hex.encodeHexString(digest.digest());
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
