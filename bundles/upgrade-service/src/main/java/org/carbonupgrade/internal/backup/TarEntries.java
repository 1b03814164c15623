package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
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
        entry.setModTime(attributes.lastModifiedTime().toMillis());
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            ownerAndMode(entry, Files.readAttributes(file, "unix:mode,uid,gid,owner,group", LinkOption.NOFOLLOW_LINKS));
        }
        return entry;
    }

    /** Numbers, too: a machine that does not know the names must not give the files to its administrator. */
    private static void ownerAndMode(TarArchiveEntry entry, Map<String, Object> attributes) {
        entry.setMode((Integer) attributes.get("mode"));
        entry.setIds((Integer) attributes.get("uid"), (Integer) attributes.get("gid"));
        entry.setUserName(attributes.get("owner").toString());
        entry.setGroupName(attributes.get("group").toString());
    }
}
