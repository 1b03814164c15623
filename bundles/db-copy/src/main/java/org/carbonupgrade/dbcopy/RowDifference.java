package org.carbonupgrade.dbcopy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A run of neighbouring rows that differ in the same way. Immutable. */
public final class RowDifference {

    /** In which way rows differ. */
    public enum Kind {
        /** The source has the rows, the target does not. */
        MISSING,
        /** The target has the rows, the source does not. */
        EXTRA,
        /** Both have rows with these keys, with other values. */
        CHANGED
    }

    /** Of how many rows of a run the values are read at most. */
    public static final int MOST_SHOWN = 10;

    private final Kind kind;
    private final String firstKey;
    private final String lastKey;
    private final long rows;
    private final List<RowValues> shown;

    /** A run of which no values were asked for. */
    public RowDifference(Kind kind, String firstKey, String lastKey, long rows) {
        this(kind, firstKey, lastKey, rows, Collections.emptyList());
    }

    /**
     * @param firstKey the key of the first row of the run as {@code COLUMN=value, …}; for a table without a key the row's digest
     * @param lastKey that of the last row, equal to the first for a single row
     * @param shown the values of its first rows, at most {@value #MOST_SHOWN}; none if they were not asked for
     */
    public RowDifference(Kind kind, String firstKey, String lastKey, long rows, List<RowValues> shown) {
        this.kind = kind;
        this.firstKey = firstKey;
        this.lastKey = lastKey;
        this.rows = rows;
        this.shown = Collections.unmodifiableList(new ArrayList<>(shown));
    }

    public Kind kind() {
        return kind;
    }

    public String firstKey() {
        return firstKey;
    }

    public String lastKey() {
        return lastKey;
    }

    /** How many rows the run has. */
    public long rows() {
        return rows;
    }

    /**
     * The values of its first rows, at most {@value #MOST_SHOWN}; empty unless {@link CompareRequest#showingValues} asked for
     * them; unmodifiable.
     */
    public List<RowValues> shown() {
        return shown;
    }

    /** Kind, number and keys; no values. */
    @Override
    public String toString() {
        return kind + " " + rows + (rows == 1 ? " row: " : " rows: ") + firstKey
                + (firstKey.equals(lastKey) ? "" : " … " + lastKey);
    }
}
