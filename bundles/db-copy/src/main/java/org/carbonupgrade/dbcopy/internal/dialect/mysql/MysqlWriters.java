package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * Sessions that write to a schema, each with a lock of the server that only says that it lives. A process that was killed leaves
 * sessions that may still commit, or be in the middle of a long ALTER TABLE: nobody may begin before they are gone.
 */
final class MysqlWriters {

    private static final int MOST = 80;
    private static final int PATIENCE_SECONDS = 60;

    private final MysqlConnector connector;
    private final AtomicInteger next = new AtomicInteger();

    private MysqlWriters(MysqlConnector connector) {
        this.connector = connector;
    }

    /** Waits for the end of all others. */
    static MysqlWriters afterAllOthers(MysqlConnector connector) {
        MysqlWriters writers = new MysqlWriters(connector);
        Jdbc.run("wait for sessions that were left", connector.name(), () -> {
            try (Connection connection = connector.toWrite()) {
                for (int i = 0; i < MOST; i++) {
                    writers.take(connection, i);
                    Jdbc.first(connection, "SELECT RELEASE_LOCK(?)", lock(connection, i));
                }
            }
        });
        return writers;
    }

    /** A session that says that it lives. */
    Connection next() {
        Connection connection = connector.toWrite();
        Jdbc.run("begin to write", connector.name(), () -> take(connection, next.getAndIncrement() % MOST));
        return connection;
    }

    private void take(Connection connection, int number) throws SQLException {
        String taken = Jdbc.first(connection, "SELECT GET_LOCK(?, " + PATIENCE_SECONDS + ")", lock(connection, number));
        if (!"1".equals(taken)) {
            throw new DbCopyException(
                    DbError.DB_IN_USE, "Another process works on the staging database.", connector.name());
        }
    }

    private static String lock(Connection connection, int number) throws SQLException {
        String schema = Jdbc.first(connection, "SELECT DATABASE()");
        return "carbon-upgrade " + DigestUtils.md5Hex(schema) + " " + number;
    }
}
