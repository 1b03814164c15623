package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.PassingFailure;

/**
 * A PostgreSQL database to be written, by one process at a time: one session keeps an advisory lock that says so, and every other
 * has one of its own, by which it is found and ended if it outlives its connection.
 */
final class PgTarget extends PgDatabase {

    /** Of all our locks: the bytes of "CaUp". */
    private static final int CLASS = 0x43615570;

    private static final int KEEPER = 0;
    private static final String LOCKS =
            " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                    + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.pid <> pg_catalog.pg_backend_pid()"
                    + " AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())"
                    + " AND l.classid = " + CLASS + " AND l.objid ";

    private static final int PING_SECONDS = 10;
    private static final long KEEPER_PATIENCE_MILLIS = 5_000;
    private static final long SESSIONS_PATIENCE_MILLIS = 60_000;
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Map<Connection, Integer> sessions = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger last = new AtomicInteger(KEEPER);
    private Connection keeper;

    /** Ends what a process that died has left at work. */
    PgTarget(DatabaseSpec spec, Driver driver) {
        super(spec, driver, true);
        Jdbc.run("lock the database", name(), this::claim);
    }

    @Override
    public Connection connect() {
        Jdbc.run("lock the database", name(), this::requireClaim);
        return super.connect();
    }

    @Override
    void ready(Connection connection) throws SQLException {
        int number = last.incrementAndGet();
        Jdbc.execute(connection, "SELECT pg_catalog.pg_advisory_lock(" + CLASS + ", " + number + ")");
        sessions.put(connection, number);
        super.ready(connection);
    }

    @Override
    public void lost(Connection connection) {
        Integer number = sessions.get(connection); // what the pool gives out is equal to what it was given
        if (number != null) {
            lost.add(number);
        }
    }

    /** All that was committed before is written with it: it is one log. */
    @Override
    public void makeLasting(Connection connection) throws SQLException {
        Jdbc.execute(connection, "SET synchronous_commit = local");
        connection.commit();
    }

    @Override
    public synchronized void close() {
        super.close();
        if (keeper != null) {
            Jdbc.close(keeper);
        }
    }

    private void claim() throws SQLException {
        Connection connection = session();
        try {
            if (!isTaken(connection)) {
                List<String> holders = Jdbc.column(
                        connection,
                        "SELECT 'session ' || l.pid || coalesce(' of ' || pg_catalog.host(a.client_addr), '')" + LOCKS
                                + "= " + KEEPER);
                throw new DbCopyException(
                        DbError.DB_IN_USE,
                        "Another process writes to the staging database: " + String.join(", ", holders) + ".",
                        name());
            }
            end(connection, "> " + KEEPER);
        } catch (SQLException | DbCopyException e) {
            Jdbc.close(connection);
            throw e;
        }
        keeper = connection;
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

    /**
     * The database is ours, and what was lost is over. Says once that the lock was lost: others may have been at work, or the server
     * may have crashed. Then takes it again.
     */
    private synchronized void requireClaim() throws SQLException {
        if (keeper == null) {
            claim();
        } else if (!keeper.isValid(PING_SECONDS)) {
            Jdbc.close(keeper);
            keeper = null;
            throw PassingFailure.ofClosed(new SQLException("the session that has the database locked is gone"));
        }
        endLost();
    }

    private void endLost() throws SQLException {
        for (Iterator<Integer> number = lost.iterator(); number.hasNext(); ) {
            end(keeper, "= " + number.next());
            number.remove();
        }
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
                DbError.DB_IN_USE, "Sessions of an earlier run are still at work in the staging database.", name());
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
