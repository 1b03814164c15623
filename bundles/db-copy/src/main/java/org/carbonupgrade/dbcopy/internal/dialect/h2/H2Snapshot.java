package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.NullOutputStream;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * A copy of a closed database's files, opened in their place: opening H2 files writes to them. A copy is used again as long as
 * the digests of the originals are the same.
 */
final class H2Snapshot {

    private static final String MANIFEST = "snapshot.sha256";

    private final Path directory;
    private final Path path;
    private final String manifest;

    private H2Snapshot(Path directory, Path path, String manifest) {
        this.directory = directory;
        this.path = path;
        this.manifest = manifest;
    }

    /**
     * The copy of a database.
     *
     * @param database its path, without endings
     * @param directory belongs to this database alone; made if need be
     * @param name for messages
     */
    static H2Snapshot of(Path database, Path directory, String name) {
        H2Files files = new H2Files(database);
        Path place = directory.resolve(database.getFileName());
        try {
            refuseInUse(files, name);
            String wanted = manifest(files, null);
            Path manifest = directory.resolve(MANIFEST);
            if (!Files.exists(manifest) || !wanted.equals(read(manifest))) {
                FileUtils.deleteDirectory(directory.toFile());
                wanted = manifest(files, directory);
                refuseInUse(files, name);
                Files.write(manifest, wanted.getBytes(StandardCharsets.UTF_8));
            }
            return new H2Snapshot(directory, place, wanted);
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot copy the closed database's files: " + e, name, e);
        }
    }

    /** Where the copy can be opened: a path without endings. */
    Path path() {
        return path;
    }

    /** Changes with the originals' content. */
    String fingerprint() {
        return DigestUtils.sha256Hex(manifest);
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    private static void refuseInUse(H2Files files, String name) throws IOException {
        for (Path file : files.all()) {
            String holder = H2InUse.holder(file).orElse(null);
            if (holder != null) {
                throw new DbCopyException(DbError.DB_IN_USE, "The database is open in " + holder + ".", name);
            }
        }
    }

    /** One line a file: digest and name. The files are copied to the target on the way, if there is one. */
    private static String manifest(H2Files files, Path target) throws IOException {
        StringBuilder lines = new StringBuilder();
        List<Path> all = files.all();
        for (Path file : all) {
            Path relative = files.relative(file);
            String digest = target == null ? digest(file) : copy(file, target.resolve(relative.toString()));
            lines.append(digest).append("  ").append(relative).append('\n');
        }
        return lines.toString();
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
}
