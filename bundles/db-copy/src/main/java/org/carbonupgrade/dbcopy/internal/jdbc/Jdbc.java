package org.carbonupgrade.dbcopy.internal.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Runs SQL and turns a failure into a sentence that says what was being done, and where. */
public final class Jdbc {

    /** Something done with JDBC that gives a value. */
    @FunctionalInterface
    public interface Call<T> {
        T run() throws SQLException;
    }

    /** Something done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Something done with JDBC. */
    @FunctionalInterface
    public interface Action {
        void run() throws SQLException;
    }

    /** Something done with a row. */
    @FunctionalInterface
    public interface RowWork {
        void take(ResultSet row) throws SQLException;
    }

    /** Something made of a row. */
    @FunctionalInterface
    public interface RowMapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** PostgreSQL's disk is full; it could not write for another reason. */
    private static final String NO_SPACE = "53100|58030";

    /** MySQL and MariaDB: a file can't be written, the disk is full, a table is. */
    private static final List<Integer> NO_SPACE_CODES = Arrays.asList(3, 1021, 1026, 1114);

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

    /**
     * Does work with a connection, and closes it. That it can't be closed in good order is no failure of the work: what was
     * committed is there, what was not is undone.
     */
    public static <T> T with(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.run(connection);
        } finally {
            close(connection);
        }
    }

    /** Closes a connection, which may be broken. */
    public static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // then its server has closed it, or will
        }
    }

    /** Executes one statement. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gives every row of a query. */
    public static void each(Connection connection, String sql, RowWork work) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            take(rows, work);
        }
    }

    /** Every row of a query as something else. */
    public static <T> List<T> all(Connection connection, String sql, RowMapping<T> mapping) throws SQLException {
        List<T> all = new ArrayList<>();
        each(connection, sql, row -> all.add(mapping.of(row)));
        return all;
    }

    /** The first column of a query. */
    public static List<String> column(Connection connection, String sql) throws SQLException {
        return all(connection, sql, row -> row.getString(1));
    }

    /** The first column of the first row; null if there is none. */
    public static String first(Connection connection, String sql, String... parameters) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                take(rows, row -> values.add(row.getString(1)));
            }
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static void take(ResultSet rows, RowWork work) throws SQLException {
        while (rows.next()) {
            work.take(rows);
        }
    }

    /** The exception for a failure that no better error code fits. */
    public static DbCopyException failure(String doing, String where, SQLException e) {
        DbError error = isOfFile(e) ? DbError.DB_FILE : DbError.DB_SQL;
        return new DbCopyException(error, "Cannot " + doing + ": " + message(e), where, withoutStatement(e));
    }

    /** The database's own message and SQL state, without the statement, which may hold values and password hashes. */
    public static String message(SQLException e) {
        String text = String.valueOf(e.getMessage());
        int statement = text.indexOf("; SQL statement:");
        String message = (statement < 0 ? text : text.substring(0, statement))
                .replaceAll("jdbc:[^\\s\"']+", "jdbc:…")
                .replaceAll("\\s+", " ")
                .trim();
        return message + (e.getSQLState() == null ? "" : " (SQL state " + e.getSQLState() + ")");
    }

    /** The same failure for a stack trace, which prints the messages of all causes. */
    public static SQLException withoutStatement(SQLException e) {
        SQLException harmless = PassingFailure.isOfConnection(e)
                ? new SQLNonTransientConnectionException(message(e), e.getSQLState(), e.getErrorCode())
                : new SQLException(message(e), e.getSQLState(), e.getErrorCode());
        harmless.setStackTrace(e.getStackTrace());
        return harmless;
    }

    /** Whether the database could not write: a full disk, most often. A lost connection is another matter. */
    public static boolean isOfFile(SQLException e) {
        if (PassingFailure.isOfConnection(e)) {
            return false;
        }
        if (isOfSpace(e)) {
            return true;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server says that it has no space to write to: it would have none for another attempt either. */
    public static boolean isOfSpace(SQLException e) {
        return String.valueOf(e.getSQLState()).matches(NO_SPACE) || NO_SPACE_CODES.contains(e.getErrorCode());
    }
}
