package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One entry of a directory tree.
 *
 * @param mode the permission bits
 * @param content a file's SHA-256 in hexadecimal, a symbolic link's target, empty for everything else
 */
public record TreeEntry(Type type, int mode, FileTime modified, String content) {

    /** What an entry is. */
    public enum Type {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    private static final int PERMISSIONS = 07777;

    static TreeEntry of(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS;
        Type type = typeOf(attributes);
        String content =
                switch (type) {
                    case FILE -> Sha256.of(path);
                    case LINK -> Files.readSymbolicLink(path).toString();
                    default -> "";
                };
        return new TreeEntry(type, mode, attributes.lastModifiedTime(), content);
    }

    private static Type typeOf(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Type.LINK;
        }
        if (attributes.isDirectory()) {
            return Type.DIRECTORY;
        }
        return attributes.isRegularFile() ? Type.FILE : Type.OTHER;
    }

    String describe() {
        return String.format(Locale.ROOT, "%s, mode %04o, %s %s", type, mode, modified, content)
                .trim();
    }

    String describeChangeTo(TreeEntry other) {
        List<String> changes = new ArrayList<>();
        change(changes, "type", type, other.type);
        change(changes, "mode", Integer.toOctalString(mode), Integer.toOctalString(other.mode));
        change(changes, "modified", modified, other.modified);
        change(changes, type == Type.LINK ? "target" : "SHA-256", content, other.content);
        return String.join(", ", changes);
    }

    private static void change(List<String> changes, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(what + " " + before + " -> " + after);
        }
    }
}
