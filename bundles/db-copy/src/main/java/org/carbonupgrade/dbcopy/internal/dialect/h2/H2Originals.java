package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.NullOutputStream;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** The files of a closed database, which are read and never opened in place. */
final class H2Originals {

    /** Gives the digest of a file. */
    @FunctionalInterface
    interface Digester {
        String digest(Path file, Path relative) throws IOException;
    }

    /** Reads the files. */
    @FunctionalInterface
    interface Reading {
        String run() throws IOException;
    }

    private final H2Files files;
    private final String name;

    /**
     * @param database the path without endings
     * @param name the database's, for messages
     */
    H2Originals(Path database, String name) {
        this.files = new H2Files(database);
        this.name = name;
    }

    /** What tells one content of a closed database from another. */
    static String fingerprint(String manifest) {
        return DigestUtils.sha256Hex(manifest);
    }

    /** One line a file: digest and name. */
    String manifest() throws IOException {
        return manifest((file, relative) -> digest(file));
    }

    List<Path> all() {
        return files.all();
    }

    Path relative(Path file) {
        return files.relative(file);
    }

    /** Refuses if a process has one of the files open. */
    void requireUnused() {
        H2InUse.refuse(files.all(), name);
    }

    /** Gives what the reading gives. Refuses if somebody writes to the files meanwhile. */
    String unchanged(Reading reading) throws IOException {
        String before = sizesAndTimes();
        String read = reading.run();
        requireEqual(before, sizesAndTimes());
        requireUnused();
        return read;
    }

    /** Refuses if the files have changed between two looks at them. */
    void requireEqual(String before, String after) {
        if (!before.equals(after)) {
            throw new DbCopyException(DbError.DB_IN_USE, "Somebody is writing to the database's files.", name);
        }
    }

    /** The same with digests from elsewhere. */
    String manifest(Digester digester) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files.all()) {
            Path relative = files.relative(file);
            lines.append(digester.digest(file, relative))
                    .append("  ")
                    .append(relative)
                    .append('\n');
        }
        return lines.toString();
    }

    private String sizesAndTimes() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files.all()) {
            lines.append(file).append(' ').append(Files.size(file)).append(' ');
            lines.append(Files.getLastModifiedTime(file)).append('\n');
        }
        return lines.toString();
    }

    static String digest(Path file) throws IOException {
        return transfer(file, NullOutputStream.NULL_OUTPUT_STREAM);
    }

    /** Writes what a file holds; gives its digest. */
    static String transfer(Path file, OutputStream out) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            IOUtils.copyLarge(in, out, new byte[1 << 17]);
        }
        return Hex.encodeHexString(digest.digest());
    }
}
