package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** What H2's error numbers mean. */
final class H2Errors {

    static final int NO_ADMIN = 90040;

    private static final int ALREADY_OPEN = 90020;
    private static final int READ_ONLY = 90097;

    private H2Errors() {}

    /** The exception for a database that can't be opened. */
    static DbCopyException ofOpening(String name, SQLException e) {
        DbError error = e.getErrorCode() == ALREADY_OPEN
                ? DbError.DB_IN_USE
                : Jdbc.isOfFile(e) ? DbError.DB_FILE : DbError.DB_CONNECT;
        return new DbCopyException(
                error, "Cannot open the database: " + Jdbc.message(e), name, Jdbc.withoutStatement(e));
    }

    /**
     * Whether a database can't be opened to be read because it was not shut down in good order: H2 1.2 and 1.3 would have to
     * repair it first, or find the lock file that a dead process left.
     */
    static boolean needsRepair(DbCopyException e) {
        if (!(e.getCause() instanceof SQLException)) {
            return false;
        }
        int code = ((SQLException) e.getCause()).getErrorCode();
        return code == READ_ONLY || code == ALREADY_OPEN;
    }
}
