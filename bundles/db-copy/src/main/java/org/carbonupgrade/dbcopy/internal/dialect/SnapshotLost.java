package org.carbonupgrade.dbcopy.internal.dialect;

import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Says that the state of the source that was being read can't be seen any more: what is left to read has to be read of a new one. */
public final class SnapshotLost extends DbCopyException {

    private static final long serialVersionUID = 1L;

    /** @param where the source's name */
    public SnapshotLost(String where) {
        super(DbError.DB_CONNECT, "The connection that kept the snapshot was lost.", where);
    }
}
