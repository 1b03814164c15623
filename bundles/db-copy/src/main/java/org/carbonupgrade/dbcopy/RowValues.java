package org.carbonupgrade.dbcopy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a row that differs holds, read because the comparison was asked to show it. Immutable. */
public final class RowValues {

    private final String key;
    private final List<ValueDifference> values;

    /** @param key as a {@link RowDifference} names it */
    public RowValues(String key, List<ValueDifference> values) {
        this.key = Objects.requireNonNull(key, "key");
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public String key() {
        return key;
    }

    /** The columns that differ; all but those of the key, where one side lacks the row. In the table's order; unmodifiable. */
    public List<ValueDifference> values() {
        return values;
    }

    @Override
    public String toString() {
        return key + " " + values;
    }
}
