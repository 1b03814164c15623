package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Gives files the owner, group and permissions of others, as far as the system has these and lets us. */
public final class Ownership {

    private Ownership() {}

    /** Only the administrator can give files away; everybody else keeps them, as {@code cp -a} does. */
    public static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (target == null) {
            return;
        }
        PosixFileAttributes source = Files.readAttributes(from, PosixFileAttributes.class);
        try {
            target.setGroup(source.group());
            target.setOwner(source.owner());
        } catch (IOException e) {
            // the files stay ours
        }
        // Last: a system takes special permissions from what is given away.
        target.setPermissions(source.permissions());
    }
}
