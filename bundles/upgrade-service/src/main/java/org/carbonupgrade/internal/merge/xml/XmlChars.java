package org.carbonupgrade.internal.merge.xml;

/** What XML says about single characters: white space, references, line ends. */
final class XmlChars {

    private XmlChars() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether a name may hold this character; generous beyond ASCII, since a parser has read the file before. */
    static boolean isName(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == ':'
                || c == '-'
                || c == '.'
                || c >= 0xB7;
    }

    static boolean isNameStart(char c) {
        return isName(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.';
    }

    /** Line ends as a parser hands them on. */
    static String unixLines(String raw) {
        return raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The text with its references to characters and to XML's own entities resolved, any other one as written. */
    static String resolve(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder value = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int end = raw.charAt(at) == '&' ? raw.indexOf(';', at) : -1;
            int character = end < 0 ? -1 : character(raw.substring(at + 1, end));
            if (character < 0) {
                value.append(raw.charAt(at++));
            } else {
                value.appendCodePoint(character);
                at = end + 1;
            }
        }
        return value.toString();
    }

    private static int character(String reference) {
        switch (reference) {
            case "lt":
                return '<';
            case "gt":
                return '>';
            case "amp":
                return '&';
            case "quot":
                return '"';
            case "apos":
                return '\'';
            default:
                return reference.startsWith("#") && reference.length() < 10 ? codePoint(reference.substring(1)) : -1;
        }
    }

    private static int codePoint(String number) {
        try {
            int point = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(point) ? point : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static String escapeText(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    static String escapeAttribute(String value, char quote) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;");
        escaped = escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;");
        return quote == '"' ? escaped.replace("\"", "&quot;") : escaped.replace("'", "&apos;");
    }

    /** Without white space at its ends, and every run of white space inside as one space. */
    static String collapse(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = words.length() > 0;
            } else {
                if (space) {
                    words.append(' ');
                    space = false;
                }
                words.append(c);
            }
        }
        return words.toString();
    }

    /**
     * Whether two values say the same: equal, or, where a value is laid out over several lines, equal but for its line
     * breaks and indentation.
     */
    static boolean sameValue(String one, String other) {
        return one.equals(other)
                || (one.indexOf('\n') >= 0 || other.indexOf('\n') >= 0)
                        && collapse(one).equals(collapse(other));
    }
}
