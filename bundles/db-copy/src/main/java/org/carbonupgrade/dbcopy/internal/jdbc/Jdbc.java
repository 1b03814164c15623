package org.carbonupgrade.dbcopy.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Runs SQL and turns a failure into a sentence that says what was being done, and where. */
public final class Jdbc {

    /** Something done with JDBC that gives a value. */
    @FunctionalInterface
    public interface Call<T> {
        T run() throws SQLException;
    }

    /** Something done with JDBC. */
    @FunctionalInterface
    public interface Action {
        void run() throws SQLException;
    }

    private Jdbc() {}

    /**
     * Gives what the call gives.
     *
     * @param doing what is being done, as it follows "cannot": {@code "read table X"}
     * @param where the database's name
     */
    public static <T> T call(String doing, String where, Call<T> call) {
        try {
            return call.run();
        } catch (SQLException e) {
            throw failure(doing, where, e);
        }
    }

    /** Runs the action; see {@link #call}. */
    public static void run(String doing, String where, Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw failure(doing, where, e);
        }
    }

    /** Executes one statement. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The exception for a failure that no better error code fits. */
    public static DbCopyException failure(String doing, String where, SQLException e) {
        return new DbCopyException(DbError.DB_SQL, "Cannot " + doing + ": " + message(e), where, e);
    }

    /** The database's own message and SQL state, without the statement, which may hold values and password hashes. */
    public static String message(SQLException e) {
        String text = String.valueOf(e.getMessage());
        int statement = text.indexOf("; SQL statement:");
        String message = (statement < 0 ? text : text.substring(0, statement))
                .replaceAll("\\s+", " ")
                .trim();
        return message + (e.getSQLState() == null ? "" : " (SQL state " + e.getSQLState() + ")");
    }
}
