package org.carbonupgrade.internal.backup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Names of files as the system has them, byte by byte: they need not be text in any encoding, least of all in that of this
 * process, and two that differ must not become one in an archive. Each byte is the character with its number.
 */
public final class RawName {

    /** What was read here is written again by this encoding. */
    public static final Charset ENCODING = StandardCharsets.ISO_8859_1;

    private RawName() {}

    /** The last name of a path. */
    static String last(Path path) {
        String whole = absolute(path);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** The path of what lies below a root, seen from there, with slashes; empty for the root itself. */
    public static String relative(Path root, Path path) {
        String below = absolute(path).substring(absolute(root).length());
        return below.startsWith("/") ? below.substring(1) : below;
    }

    /** What a link leads to, as it is written there. */
    static String target(Path target) {
        Path root = target.getFileSystem().getRootDirectories().iterator().next();
        return target.isAbsolute() ? absolute(target) : relative(root, root.resolve(target));
    }

    /** A name that is text. */
    static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), ENCODING);
    }

    /** A name in one line, as {@code sha256sum} has it where the line begins with a backslash. */
    public static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** A URI alone shows the bytes of a path, in escapes. */
    private static String absolute(Path path) {
        String escaped = path.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(escaped.charAt(i));
            }
        }
        String name = new String(bytes.toByteArray(), ENCODING);
        // Directories have a slash at the end.
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
