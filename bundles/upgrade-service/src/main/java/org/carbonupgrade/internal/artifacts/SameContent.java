package org.carbonupgrade.internal.artifacts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.IOUtils;

/** Tells whether two files have the same bytes, by paths: {@code java.io.File} has no name for every file that there is. */
final class SameContent {

    private SameContent() {}

    static boolean of(Path one, Path other) throws IOException {
        if (!Files.isRegularFile(one) || !Files.isRegularFile(other) || Files.size(one) != Files.size(other)) {
            return false;
        }
        try (InputStream first = new BufferedInputStream(Files.newInputStream(one), 1 << 16);
                InputStream second = new BufferedInputStream(Files.newInputStream(other), 1 << 16)) {
            return IOUtils.contentEquals(first, second);
        }
    }
}
