package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.carbonupgrade.internal.state.Ownership;

/** Gives a directory the mode, owner and time of another, as far as the system has these and lets us. */
final class Attributes {

    private Attributes() {}

    static void copy(Path from, Path to) throws IOException {
        Ownership.copy(from, to);
        Files.setLastModifiedTime(
                to, Files.readAttributes(from, BasicFileAttributes.class).lastModifiedTime());
    }
}
