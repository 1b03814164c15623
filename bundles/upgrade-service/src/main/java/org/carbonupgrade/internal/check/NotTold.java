package org.carbonupgrade.internal.check;

import java.util.Optional;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** What a database that can be opened does not tell its user, mostly since he may not know. */
final class NotTold {

    private NotTold() {}

    /** Why a question was not answered; empty where the database could not be asked at all, which others say. */
    static Optional<String> of(DbCopyException e) {
        return e.error() == DbError.DB_SQL ? Optional.of(e.getMessage()) : Optional.empty();
    }
}
