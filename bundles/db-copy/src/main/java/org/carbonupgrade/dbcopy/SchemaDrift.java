package org.carbonupgrade.dbcopy;

import java.util.Optional;

/** Where a database's schema is not what a create script makes. Immutable. */
public final class SchemaDrift {

    /** How much it matters. */
    public enum Kind {
        /** A table that the script makes is not there. */
        TABLE_MISSING,
        /** A column that the script makes is not there: what relies on it will fail. */
        COLUMN_MISSING,
        /** A column is there with another type, size or nullability. */
        COLUMN_CHANGED,
        /** An index or key that the script makes is not there under any name. */
        INDEX_MISSING,
        /** An index is there with the same columns under another name. */
        INDEX_RENAMED,
        /** A table, column or index that the script does not make: a customer's or another component's. */
        EXTRA
    }

    private final Kind kind;
    private final String table;
    private final String object;
    private final String what;
    private final String mend;

    /**
     * @param table the table, qualified
     * @param object the table, column or index, such as {@code REG_LOG.REG_PATH}
     * @param what what differs, for people
     * @param mend SQL that mends it, or null
     */
    public SchemaDrift(Kind kind, String table, String object, String what, String mend) {
        this.kind = kind;
        this.table = table;
        this.object = object;
        this.what = what;
        this.mend = mend;
    }

    public Kind kind() {
        return kind;
    }

    /** The table that it is, or that it is a part of, qualified. */
    public String table() {
        return table;
    }

    /** The table, column or index. */
    public String object() {
        return object;
    }

    /** What differs, for people. */
    public String what() {
        return what;
    }

    /** One SQL statement that mends it, where one does. */
    public Optional<String> mend() {
        return Optional.ofNullable(mend);
    }

    @Override
    public String toString() {
        return kind + " " + object + ": " + what;
    }
}
