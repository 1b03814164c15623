package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.Writers;

/** Those of a PostgreSQL database. Each session has an advisory lock, whose number says which it is. */
final class PgWriters extends Writers {

    /** Of all our locks: the bytes of "CaUp". */
    private static final int CLASS = 0x43615570;

    private static final int KEEPER = 0;
    private static final String LOCKS =
            " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                    + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.pid <> pg_catalog.pg_backend_pid()"
                    + " AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())"
                    + " AND l.classid = " + CLASS + " AND l.objid ";

    private static final long KEEPER_PATIENCE_MILLIS = 5_000;
    private static final long SESSIONS_PATIENCE_MILLIS = 60_000;
    private static final long LOOK_EVERY_MILLIS = 50;

    private final PgDatabase database;
    private final AtomicInteger last = new AtomicInteger(KEEPER);

    PgWriters(PgDatabase database) {
        this.database = database;
    }

    /** A session says that it lives. */
    void begin(Connection connection) throws SQLException {
        int number = last.incrementAndGet();
        Jdbc.execute(connection, "SELECT pg_catalog.pg_advisory_lock(" + CLASS + ", " + number + ")");
        began(connection, number);
    }

    @Override
    protected void end(Connection keeper, int number) throws SQLException {
        end(keeper, "= " + number);
    }

    @Override
    protected Connection claim() throws SQLException {
        Connection connection = database.session();
        try {
            if (!isTaken(connection)) {
                List<String> holders = Jdbc.column(
                        connection,
                        "SELECT 'session ' || l.pid || coalesce(' of ' || pg_catalog.host(a.client_addr), '')" + LOCKS
                                + "= " + KEEPER);
                throw new DbCopyException(
                        DbError.DB_IN_USE,
                        "Another process writes to the staging database: " + String.join(", ", holders) + ".",
                        database.name());
            }
            end(connection, "> " + KEEPER);
            return connection;
        } catch (SQLException | DbCopyException e) {
            Jdbc.close(connection);
            throw e;
        }
    }

    /** The server needs a moment to see that the process that had it is gone. */
    private static boolean isTaken(Connection connection) throws SQLException {
        String take = "SELECT pg_catalog.pg_try_advisory_lock(" + CLASS + ", " + KEEPER + ")::text";
        for (long waited = 0; waited <= KEEPER_PATIENCE_MILLIS; waited += LOOK_EVERY_MILLIS) {
            if (Jdbc.column(connection, take).get(0).equals("true")) {
                return true;
            }
            pause();
        }
        return false;
    }

    /** Ends sessions, and waits until they are gone. */
    private void end(Connection connection, String numbers) throws SQLException {
        String left = "SELECT l.pid" + LOCKS + numbers;
        for (long waited = 0; waited <= SESSIONS_PATIENCE_MILLIS; waited += LOOK_EVERY_MILLIS) {
            if (Jdbc.column(connection, left).isEmpty()) {
                return;
            }
            if (waited == 0) {
                terminate(connection, numbers);
            }
            pause();
        }
        throw new DbCopyException(
                DbError.DB_IN_USE,
                "Sessions of an earlier run are still at work in the staging database.",
                database.name());
    }

    private static void terminate(Connection connection, String numbers) throws SQLException {
        try {
            Jdbc.column(connection, "SELECT pg_catalog.pg_terminate_backend(l.pid)::text" + LOCKS + numbers);
        } catch (SQLException e) {
            if (!PgErrors.NO_RIGHT.equals(e.getSQLState())) {
                throw e; // those of another user are waited for
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }
}
