package org.carbonupgrade.internal.artifacts;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.backup.RawName;

/** A file's digest and name as {@code sha256sum} writes them, whatever bytes the name has. Immutable. */
final class SumLine {

    /** Each byte of a name is one character. */
    static final Charset ENCODING = RawName.ENCODING;

    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-f]{64})  (.+)");

    private final String sha256;
    private final String name;

    private SumLine(String sha256, String name) {
        this.sha256 = sha256;
        this.name = name;
    }

    /** The line of a file below a root, without its end. */
    static String of(Path root, Path file, String sha256) {
        String name = RawName.relative(root, file);
        String escaped = RawName.escaped(name);
        // A backslash at the line's beginning says that the name is escaped.
        return (name.equals(escaped) ? "" : "\\") + sha256 + "  " + escaped;
    }

    /** Empty if it is no such line. */
    static Optional<SumLine> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean escaped = !parts.group(1).isEmpty();
        return Optional.of(new SumLine(parts.group(2), escaped ? unescaped(parts.group(3)) : parts.group(3)));
    }

    String sha256() {
        return sha256;
    }

    /** Where the file is; only a URI takes a path's bytes as they are. */
    Path in(Path root) {
        StringBuilder uri = new StringBuilder(root.toUri().toString());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            uri.append(c == '/' ? "/" : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return Paths.get(URI.create(uri.toString()));
    }

    private static String unescaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                c = name.charAt(++i);
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
            }
            text.append(c);
        }
        return text.toString();
    }
}
