package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** What H2's error numbers mean. */
final class H2Errors {

    static final int NO_ADMIN = 90040;

    private static final int ALREADY_OPEN = 90020;
    private static final int FILE_CORRUPTED = 90030;
    private static final int FILE_OF_NO_KNOWN_VERSION = 90048;
    private static final int FILE_CANNOT_BE_MADE = 90062;
    private static final int READ_ONLY = 90097;

    private H2Errors() {}

    /** The exception for a database that can't be opened. */
    static DbCopyException ofOpening(String name, SQLException e) {
        return new DbCopyException(
                error(e), "Cannot open the database: " + Jdbc.message(e), name, Jdbc.withoutStatement(e));
    }

    private static DbError error(SQLException e) {
        switch (e.getErrorCode()) {
            case ALREADY_OPEN:
                return DbError.DB_IN_USE;
            case FILE_CORRUPTED:
            case FILE_OF_NO_KNOWN_VERSION:
                return DbError.DB_DAMAGED;
            case FILE_CANNOT_BE_MADE:
                return DbError.DB_FILE;
            default:
                return Jdbc.isOfFile(e) ? DbError.DB_FILE : DbError.DB_CONNECT;
        }
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
