package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** Tells a file by its content. */
public final class FileDigest {

    private FileDigest() {}

    /** As {@code sha256sum} says it. By its path, since a {@code File} cannot name what is no text in this process's encoding. */
    public static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(content);
        }
    }
}
