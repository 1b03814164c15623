package org.carbonupgrade.internal.merge.text;

/** How a text ends its lines. */
enum LineEnds {
    /** No line ends, so any kind fits. */
    NONE,
    UNIX,
    WINDOWS,
    MIXED;

    static LineEnds of(String text) {
        LineEnds ends = NONE;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            LineEnds end = i > 0 && text.charAt(i - 1) == '\r' ? WINDOWS : UNIX;
            if (ends != NONE && ends != end) {
                return MIXED;
            }
            ends = end;
        }
        return ends;
    }

    /** The text with these line ends, if both it and this are of one kind; else as it is. */
    String applyTo(String text) {
        LineEnds its = of(text);
        if (this == UNIX && its == WINDOWS) {
            return text.replace("\r\n", "\n");
        }
        return this == WINDOWS && its == UNIX ? text.replace("\n", "\r\n") : text;
    }
}
