package org.carbonupgrade.internal.backup;

import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * What a manifest says of an entry of an archive: mode, time, owner and, for a link, where it leads, in a comment; the content of a
 * file as {@code sha256sum} writes it and checks it.
 */
final class EntryLines {

    private EntryLines() {}

    /** @param sha256 of a file's content; null for what has none */
    static String of(TarArchiveEntry entry, String sha256) {
        String name = RawName.escaped(entry.getName());
        String about = String.format(
                Locale.ROOT,
                "# %o %d %s:%s%s  %s\n",
                entry.getMode(),
                entry.getModTime().getTime() / 1000,
                owner(entry.getUserName(), entry.getLongUserId()),
                owner(entry.getGroupName(), entry.getLongGroupId()),
                entry.isSymbolicLink() ? " -> " + RawName.escaped(entry.getLinkName()) : "",
                name);
        // A backslash at the line's beginning says that the name is escaped.
        String content = (name.equals(entry.getName()) ? "" : "\\") + sha256 + "  " + name + "\n";
        return about + (sha256 == null ? "" : content);
    }

    private static String owner(String name, long id) {
        return name.isEmpty() ? String.valueOf(id) : RawName.escaped(name);
    }
}
