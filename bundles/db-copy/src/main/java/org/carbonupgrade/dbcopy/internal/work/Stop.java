package org.carbonupgrade.dbcopy.internal.work;

import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Tells work to end at the next place where it is safe to. */
public final class Stop {

    private volatile boolean requested;

    /** Asks for the end; returns at once. */
    public void request() {
        requested = true;
    }

    /**
     * Ends the work here if that was asked for.
     *
     * @param where what the work is on, for the message
     */
    public void check(String where) {
        if (requested) {
            throw new DbCopyException(DbError.DB_INTERRUPTED, "The work was interrupted.", where);
        }
    }
}
