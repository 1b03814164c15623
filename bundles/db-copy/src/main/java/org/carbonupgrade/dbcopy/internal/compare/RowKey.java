package org.carbonupgrade.dbcopy.internal.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;

/** The key of a row as text: what a row is called in a report, and how the same row is found on the other side. */
final class RowKey {

    private RowKey() {}

    static String text(List<String> columns, Object[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> columns.get(i) + "=" + value(values[i]))
                .collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        return value instanceof byte[] ? "0x" + Hex.encodeHexString((byte[]) value) : String.valueOf(value);
    }
}
