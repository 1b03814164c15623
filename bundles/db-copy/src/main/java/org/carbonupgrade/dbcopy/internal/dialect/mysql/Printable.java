package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.util.Locale;

/** Text in ASCII for the marker table, whose character set is that of the database. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c >= ' ' && c <= '~') {
                printable.append(c);
            } else {
                printable.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return printable.toString();
    }
}
