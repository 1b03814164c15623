package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Gives a directory the mode, owner and time of another, as far as the system has these and lets us. */
final class Attributes {

    private Attributes() {}

    static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (target != null) {
            PosixFileAttributes source = Files.readAttributes(from, PosixFileAttributes.class);
            target.setPermissions(source.permissions());
            owner(source, target);
        }
        Files.setLastModifiedTime(
                to, Files.readAttributes(from, BasicFileAttributes.class).lastModifiedTime());
    }

    /** Only the administrator can give files away; everybody else keeps them, as {@code cp -a} does. */
    private static void owner(PosixFileAttributes source, PosixFileAttributeView target) {
        try {
            target.setOwner(source.owner());
            target.setGroup(source.group());
        } catch (IOException e) {
            // the files stay ours
        }
    }
}
