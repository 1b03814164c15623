package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.Writers;

/** Those of a schema of MySQL or MariaDB. Each session has a lock of the server, whose name says which it is. */
final class MysqlWriters extends Writers {

    private static final int MOST = 80;
    private static final int PATIENCE_SECONDS = 60;
    private static final int KEEPER_PATIENCE_SECONDS = 5;
    private static final int GRACE_SECONDS = 1;

    private final MysqlConnector connector;
    private final AtomicInteger next = new AtomicInteger();

    private MysqlWriters(MysqlConnector connector) {
        this.connector = connector;
    }

    /** Ends what others have left at work; refuses while another process lives. */
    static MysqlWriters afterAllOthers(MysqlConnector connector) {
        MysqlWriters writers = new MysqlWriters(connector);
        writers.require();
        return writers;
    }

    /** A session that says that it lives. */
    Connection next() {
        Connection connection = connector.toWrite();
        int number = next.getAndIncrement() % MOST;
        Jdbc.run("begin to write", connector.name(), () -> take(connection, number));
        began(connection, number);
        return connection;
    }

    /** Whatever was lost is over, and the schema is still ours. */
    void require() {
        Jdbc.run("lock the database", connector.name(), this::settle);
    }

    @Override
    protected Connection claim() throws SQLException {
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
                release(other, i);
            }
            return connection;
        } catch (SQLException | DbCopyException e) {
            Jdbc.close(connection);
            throw e;
        }
    }

    @Override
    protected void end(Connection keeper, int number) throws SQLException {
        try (Connection other = connector.toWrite()) { // the keeper's lock would be gone with another one
            release(other, number);
        }
    }

    /** Waits until a session is gone, and ends it if it does not go by itself, as those do at once that have nothing to do. */
    private void release(Connection connection, int number) throws SQLException {
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
