package org.carbonupgrade.dbcopy.internal.work;

import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Says that trying again did not help; nobody tries any more then. */
public final class GaveUp extends DbCopyException {

    private static final long serialVersionUID = 1L;

    GaveUp(DbCopyException last, Backoff backoff) {
        super(
                DbError.DB_CONNECT,
                Patience.sentence(last) + " It was tried again " + backoff.tries() + " times, with "
                        + Patience.seconds(backoff.all()) + " of waiting.",
                last.where(),
                last);
    }
}
