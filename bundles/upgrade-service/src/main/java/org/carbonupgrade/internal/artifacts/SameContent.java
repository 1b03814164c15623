package org.carbonupgrade.internal.artifacts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.IOUtils;

/** Tells whether two files have the same bytes, by paths: {@code java.io.File} has no name for every file that there is. */
final class SameContent {

    private static final int BUFFER = 1 << 16;

    private SameContent() {}

    static boolean of(Path one, Path other) throws IOException {
        if (!sameSize(one, other)) {
            return false;
        }
        try (InputStream first = new BufferedInputStream(Files.newInputStream(one), BUFFER);
                InputStream second = new BufferedInputStream(Files.newInputStream(other), BUFFER)) {
            return IOUtils.contentEquals(first, second);
        }
    }

    /** The SHA-256 of two files, read side by side; empty if they differ. */
    static Optional<String> digest(Path one, Path other) throws IOException {
        if (!sameSize(one, other)) {
            return Optional.empty();
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream first = Files.newInputStream(one);
                InputStream second = Files.newInputStream(other)) {
            byte[] expected = new byte[BUFFER];
            byte[] actual = new byte[BUFFER];
            int read;
            do {
                read = IOUtils.read(first, expected);
                // What stands behind a shorter piece at the end is left of the piece before, which was the same.
                if (IOUtils.read(second, actual) != read || !Arrays.equals(expected, actual)) {
                    return Optional.empty();
                }
                digest.update(actual, 0, read);
            } while (read == BUFFER);
            return Optional.of(Hex.encodeHexString(digest.digest()));
        }
    }

    private static boolean sameSize(Path one, Path other) throws IOException {
        return Files.isRegularFile(one) && Files.isRegularFile(other) && Files.size(one) == Files.size(other);
    }
}
