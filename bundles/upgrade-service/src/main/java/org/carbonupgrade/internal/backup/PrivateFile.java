package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Makes files and directories that nobody but their owner can read, from the first byte on: a backup holds key stores and passwords. */
final class PrivateFile {

    private static final Set<StandardOpenOption> CREATE =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private PrivateFile() {}

    static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(file, CREATE, ofOwner(file, "rw-------")));
    }

    static Path createDirectory(Path directory) throws IOException {
        return Files.createDirectory(directory, ofOwner(directory, "rwx------"));
    }

    /** For a file that somebody else has made, in such a directory. */
    static void protect(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static FileAttribute<?>[] ofOwner(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
