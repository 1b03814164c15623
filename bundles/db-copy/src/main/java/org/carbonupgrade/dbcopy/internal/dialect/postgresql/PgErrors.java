package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Tells the reasons apart why PostgreSQL does not let us in. */
final class PgErrors {

    private static final String NO_SUCH_DATABASE = "3D000";
    static final String NO_RIGHT = "42501";

    private PgErrors() {}

    /** The exception for a database that can't be opened. */
    static DbCopyException ofOpening(String name, SQLException e) {
        return new DbCopyException(
                error(String.valueOf(e.getSQLState())),
                "Cannot open the database: " + Jdbc.message(e),
                name,
                Jdbc.withoutStatement(e));
    }

    private static DbError error(String state) {
        switch (state) {
            case NO_SUCH_DATABASE:
                return DbError.DB_MISSING;
            case NO_RIGHT:
                return DbError.DB_RIGHTS;
            default:
                return DbError.DB_CONNECT;
        }
    }
}
