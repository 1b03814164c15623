package org.carbonupgrade.dbcopy;

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

    private final Kind kind;
    private final String firstKey;
    private final String lastKey;
    private final long rows;

    /**
     * @param firstKey the key of the first row of the run as {@code COLUMN=value, …}; for a table without a key the row's digest
     * @param lastKey that of the last row, equal to the first for a single row
     */
    public RowDifference(Kind kind, String firstKey, String lastKey, long rows) {
        this.kind = kind;
        this.firstKey = firstKey;
        this.lastKey = lastKey;
        this.rows = rows;
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

    @Override
    public String toString() {
        return kind + " " + rows + (rows == 1 ? " row: " : " rows: ") + firstKey
                + (firstKey.equals(lastKey) ? "" : " … " + lastKey);
    }
}
