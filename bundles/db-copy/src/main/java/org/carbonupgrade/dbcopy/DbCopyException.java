package org.carbonupgrade.dbcopy;

import java.util.Objects;

/** Says what went wrong with a database, where, and how to mend it. Holds no password and no raw URL. */
public class DbCopyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DbError error;
    private final String where;

    /**
     * @param what what happened, one sentence for an operator
     * @param where the database, table or file
     * @param cause the exception behind it, or null
     */
    public DbCopyException(DbError error, String what, String where, Throwable cause) {
        super(what, cause);
        this.error = Objects.requireNonNull(error, "error");
        this.where = Objects.requireNonNull(where, "where");
    }

    public DbCopyException(DbError error, String what, String where) {
        this(error, what, where, null);
    }

    /** Which error it is; its name is the code printed and explained in {@code docs/errors.md}. */
    public DbError error() {
        return error;
    }

    /** The database, table or file that it is about. */
    public String where() {
        return where;
    }

    /** How an operator mends it. */
    public String remedy() {
        return error.remedy();
    }
}
