package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What a tar says of a file beside its content. */
final class TarEntries {

    private TarEntries() {}

    static TarArchiveEntry of(Path file, String name, BasicFileAttributes attributes) throws IOException {
        TarArchiveEntry entry;
        if (attributes.isSymbolicLink()) {
            entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(RawName.target(Files.readSymbolicLink(file)));
        } else {
            entry = new TarArchiveEntry(attributes.isDirectory() ? name + "/" : name);
            entry.setSize(attributes.isRegularFile() ? attributes.size() : 0);
        }
        FileTime modified = attributes.lastModifiedTime();
        entry.setModTime(modified.toMillis());
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            ownerAndMode(entry, Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
        return entry;
    }

    private static void ownerAndMode(TarArchiveEntry entry, PosixFileAttributes attributes) {
        int mode = 0;
        for (PosixFilePermission permission : attributes.permissions()) {
            // The constants stand in the order of the bits, the owner's right to read first.
            mode |= 0400 >> permission.ordinal();
        }
        entry.setMode(mode | (entry.isDirectory() ? 040000 : entry.isSymbolicLink() ? 0120000 : 0100000));
        entry.setUserName(attributes.owner().getName());
        entry.setGroupName(attributes.group().getName());
    }
}
