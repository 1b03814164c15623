package org.carbonupgrade.dbcopy.internal.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;

/** The key of a row as text: what a row is called in a report. */
final class RowKey {

    private RowKey() {}

    static String text(List<String> columns, Object[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> columns.get(i) + "=" + value(values[i]))
                .collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        if (value instanceof byte[]) {
            return "0x" + Hex.encodeHexString((byte[]) value);
        }
        return printable(value instanceof Object[] ? Arrays.deepToString((Object[]) value) : String.valueOf(value));
    }

    /** On one line, and in characters that every report can hold: neither control characters nor half of one. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        }
        return printable.toString();
    }
}
