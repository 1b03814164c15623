package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** A database that the server uses, by the name of its data source. */
public final class Database {

    private final String name;
    private final DataSource source;

    public Database(String name, DataSource source) {
        this.name = Objects.requireNonNull(name, "name");
        this.source = Objects.requireNonNull(source, "source");
    }

    public String name() {
        return name;
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Does some work in one transaction, and commits. The pool gets its connection back as it gave it: data sources of
     * one server differ in whether they commit by themselves.
     */
    <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    /**
     * Makes lasting what was committed. H2 writes commits to disk up to a second later, and Carbon stops by halting the JVM
     * without closing the database: what was deleted at the last moment would be back at the next start.
     */
    public void force() throws SQLException {
        inTransaction(connection -> {
            if ("H2".equals(connection.getMetaData().getDatabaseProductName())) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            }
            return null;
        });
    }

    private static void rollBack(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
