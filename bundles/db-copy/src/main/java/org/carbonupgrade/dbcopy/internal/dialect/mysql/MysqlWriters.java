package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.PassingFailure;

/**
 * Sessions of one process that write to a schema: one keeps a lock of the server that says so, and each of the others has one that
 * only says that it lives. A lost connection, and a process that was killed, leave sessions that may still commit, or be in the
 * middle of a long ALTER TABLE: nobody may begin before they are gone.
 */
final class MysqlWriters implements AutoCloseable {

    private static final int MOST = 80;
    private static final int PATIENCE_SECONDS = 60;
    private static final int KEEPER_PATIENCE_SECONDS = 5;
    private static final int GRACE_SECONDS = 1;
    private static final int PING_SECONDS = 10;

    private final MysqlConnector connector;
    private final Map<Connection, Integer> sessions = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private Connection keeper;

    private MysqlWriters(MysqlConnector connector) {
        this.connector = connector;
    }

    /** Ends what others have left at work; refuses while another process lives. */
    static MysqlWriters afterAllOthers(MysqlConnector connector) {
        MysqlWriters writers = new MysqlWriters(connector);
        Jdbc.run("lock the database", connector.name(), writers::claim);
        return writers;
    }

    /** A session that says that it lives. */
    Connection next() {
        Connection connection = connector.toWrite();
        int number = next.getAndIncrement() % MOST;
        Jdbc.run("begin to write", connector.name(), () -> take(connection, number));
        sessions.put(connection, number);
        return connection;
    }

    /** A connection of ours was lost: its session is ended before anything else is begun. */
    void lost(Connection connection) {
        Integer number = sessions.get(connection);
        if (number != null) {
            lost.add(number);
        }
    }

    /** Whatever was lost is over, and the schema is still ours; called before a session begins something. */
    synchronized void settle() {
        Jdbc.run("lock the database", connector.name(), () -> {
            if (keeper == null) {
                claim();
            } else if (!keeper.isValid(PING_SECONDS)) {
                // Said once: others may have been at work meanwhile, or the server may have crashed.
                Jdbc.close(keeper);
                keeper = null;
                throw PassingFailure.ofClosed(new SQLException("the session that has the database locked is gone"));
            }
            if (!lost.isEmpty()) {
                try (Connection connection = connector.toWrite()) {
                    for (Iterator<Integer> number = lost.iterator(); number.hasNext(); ) {
                        end(connection, number.next());
                        number.remove();
                    }
                }
            }
        });
    }

    @Override
    public synchronized void close() {
        if (keeper != null) {
            Jdbc.close(keeper);
        }
    }

    private void claim() throws SQLException {
        Connection connection = connector.toWrite();
        try (Connection other = connector.toWrite()) { // old servers give a session one lock at a time
            String lock = lock(connection, "copy");
            if (!isTaken(connection, lock, KEEPER_PATIENCE_SECONDS)) {
                throw new DbCopyException(
                        DbError.DB_IN_USE,
                        "Another process writes to the staging database: session "
                                + Jdbc.first(connection, "SELECT IS_USED_LOCK(?)", lock) + ".",
                        connector.name());
            }
            for (int i = 0; i < MOST; i++) {
                end(other, i);
            }
        } catch (SQLException | DbCopyException e) {
            Jdbc.close(connection);
            throw e;
        }
        keeper = connection;
    }

    /** Waits until a session is gone, and ends it if it does not go by itself, as those do at once that have nothing to do. */
    private void end(Connection connection, int number) throws SQLException {
        String lock = lock(connection, number);
        if (!isTaken(connection, lock, GRACE_SECONDS)) {
            kill(connection, Jdbc.first(connection, "SELECT IS_USED_LOCK(?)", lock));
            take(connection, number);
        }
        Jdbc.first(connection, "SELECT RELEASE_LOCK(?)", lock);
    }

    private static void kill(Connection connection, String session) throws SQLException {
        try {
            if (session != null) {
                Jdbc.execute(connection, "KILL " + session);
            }
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            } // it has gone meanwhile, or is another user's, and is waited for
        }
    }

    private void take(Connection connection, int number) throws SQLException {
        if (!isTaken(connection, lock(connection, number), PATIENCE_SECONDS)) {
            throw new DbCopyException(
                    DbError.DB_IN_USE,
                    "Sessions of an earlier run are still at work in the staging database.",
                    connector.name());
        }
    }

    private static boolean isTaken(Connection connection, String lock, int seconds) throws SQLException {
        return "1".equals(Jdbc.first(connection, "SELECT GET_LOCK(?, " + seconds + ")", lock));
    }

    private static String lock(Connection connection, Object what) throws SQLException {
        String schema = Jdbc.first(connection, "SELECT DATABASE()");
        return "carbon-upgrade " + DigestUtils.md5Hex(schema) + " " + what;
    }
}
