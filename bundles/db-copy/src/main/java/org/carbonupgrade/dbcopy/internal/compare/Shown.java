package org.carbonupgrade.dbcopy.internal.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonupgrade.dbcopy.CompareRequest;

/** What of the rows that differ a report may show. Immutable. */
final class Shown {

    static final String HIDDEN = "(hidden)";

    private final CompareRequest request;

    Shown(CompareRequest request) {
        this.request = request;
    }

    /** Whether values are to be read, besides those of the key. */
    boolean values() {
        return request.showsValues();
    }

    /** Whether a name is that of values which must not be shown. */
    boolean secret(String name) {
        return request.secret(name);
    }

    /** The key of a row as text: what a row is called in a report. */
    String key(List<String> columns, Object[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> columns.get(i) + "=" + (secret(columns.get(i)) ? HIDDEN : Text.of(values[i])))
                .collect(Collectors.joining(", "));
    }
}
