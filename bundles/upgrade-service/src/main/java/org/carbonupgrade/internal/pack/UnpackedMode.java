package org.carbonupgrade.internal.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Mode and time of an unpacked file. */
final class UnpackedMode {

    private static final int OF_SCRIPTS = 0755;

    private UnpackedMode() {}

    /** A zip made on Windows has no modes: scripts can be run nevertheless. */
    static void set(Path file, ZipArchiveEntry entry) throws IOException {
        int mode = entry.getUnixMode() & 0777;
        if (mode == 0 && file.toString().endsWith(".sh")) {
            mode = OF_SCRIPTS;
        }
        if (mode != 0 && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_READ);
            for (PosixFilePermission permission : PosixFilePermission.values()) {
                // The constants stand in the order of the bits, the owner's right to read first.
                if ((mode & 0400 >> permission.ordinal()) != 0) {
                    permissions.add(permission);
                }
            }
            Files.setPosixFilePermissions(file, permissions);
        }
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
    }
}
