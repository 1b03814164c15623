package org.carbonupgrade.internal.merge.properties;

/** How {@link java.util.Properties} reads a line: separators, escapes, lines that go on. */
final class PropertySyntax {

    private PropertySyntax() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Behind white space, and behind lines that go on with nothing in them. */
    static int skipSpace(String raw, int start) {
        int at = start;
        while (at < raw.length()) {
            if (isSpace(raw.charAt(at))) {
                at++;
            } else if (goesOn(raw, at)) {
                at = nextLine(raw, at + 1);
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean goesOn(String raw, int at) {
        return raw.charAt(at) == '\\' && at + 1 < raw.length() && isLineEnd(raw.charAt(at + 1));
    }

    /** Behind the line end at a place and the white space after it. */
    private static int nextLine(String raw, int lineEnd) {
        int at = lineEnd + (raw.startsWith("\r\n", lineEnd) ? 2 : 1);
        while (at < raw.length() && isSpace(raw.charAt(at))) {
            at++;
        }
        return at;
    }

    static int endOfKey(String raw, int start) {
        int at = start;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (goesOn(raw, at)) {
                at = nextLine(raw, at + 1);
            } else if (c == '\\') {
                at += 2;
            } else if (c == '=' || c == ':' || isSpace(c)) {
                break;
            } else {
                at++;
            }
        }
        return Math.min(at, raw.length());
    }

    static int startOfValue(String raw, int keyEnd) {
        int at = skipSpace(raw, keyEnd);
        if (at < raw.length() && (raw.charAt(at) == '=' || raw.charAt(at) == ':')) {
            at = skipSpace(raw, at + 1);
        }
        return at;
    }

    /** A key or value as a program sees it. */
    static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder value = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c != '\\') {
                value.append(c);
                at++;
            } else if (goesOn(raw, at)) {
                at = nextLine(raw, at + 1);
            } else {
                at = appendEscaped(raw, at + 1, value);
            }
        }
        return value.toString();
    }

    private static int appendEscaped(String raw, int at, StringBuilder value) {
        if (at == raw.length()) {
            return at;
        }
        char c = raw.charAt(at);
        if (c == 'u') {
            int code = code(raw, at + 1);
            if (code >= 0) {
                value.append((char) code);
                return at + 5;
            }
        }
        int plain = "tnrf".indexOf(c);
        value.append(plain < 0 ? c : "\t\n\r\f".charAt(plain));
        return at + 1;
    }

    private static int code(String raw, int start) {
        int code = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = i < raw.length() ? Character.digit(raw.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /** Whether an odd number of backslashes stands before a place, so that the line end there does not count. */
    static boolean endsEscaped(String text, int start, int end) {
        int backslashes = 0;
        while (end - 1 - backslashes >= start && text.charAt(end - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    static String withLineEnds(String raw, String lineEnd) {
        String unix = raw.replace("\r\n", "\n").replace('\r', '\n');
        return lineEnd.equals("\n") ? unix : unix.replace("\n", lineEnd);
    }
}
