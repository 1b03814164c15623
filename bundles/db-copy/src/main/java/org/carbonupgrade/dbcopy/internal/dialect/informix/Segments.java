package org.carbonupgrade.dbcopy.internal.dialect.informix;

/** A text that the catalogue keeps in pieces of one length: all but the last are full, though a driver may cut off blanks. */
final class Segments {

    private final int length;
    private final StringBuilder text = new StringBuilder();
    private int full;

    Segments(int length) {
        this.length = length;
    }

    void add(String segment) {
        while (text.length() < full) {
            text.append(' ');
        }
        text.append(segment);
        full += length;
    }

    String text() {
        return text.toString().trim();
    }
}
