package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** A schema as it is at every moment: to be looked at, or to be written. */
class MysqlDatabase extends MysqlPool {

    /** What to execute, given a session that can tell something for it. */
    @FunctionalInterface
    private interface Statement {
        String on(Connection connection) throws SQLException;
    }

    private final Supplier<Connection> sessions;
    private final Runnable onClose;

    private MysqlDatabase(String name, Supplier<Connection> sessions, Runnable onClose) {
        super(name);
        this.sessions = sessions;
        this.onClose = onClose;
    }

    static MysqlDatabase toLookAt(MysqlConnector connector) {
        return new MysqlDatabase(connector.name(), connector::toRead, () -> {});
    }

    static MysqlDatabase toWrite(MysqlConnector connector) {
        MysqlWriters writers = MysqlWriters.afterAllOthers(connector);
        return new MysqlDatabase(connector.name(), writers::next, writers::close) {

            @Override
            void settle() {
                writers.require();
            }

            @Override
            void broken(Connection connection) {
                writers.lost(connection);
            }
        };
    }

    /** A schema of its own on the same server, with the same character set and collation, dropped when it is closed. */
    static MysqlDatabase scratch(MysqlConnector connector) {
        String schema = "\"carbon_upgrade_" + UUID.randomUUID().toString().replace("-", "") + '"';
        run(
                connector,
                connection -> "CREATE DATABASE " + schema + " COLLATE "
                        + Jdbc.first(connection, "SELECT @@collation_database"));
        return new MysqlDatabase(
                connector.name(),
                () -> {
                    Connection connection = connector.toWrite();
                    Jdbc.run("use a scratch schema", connector.name(), () -> Jdbc.execute(connection, "USE " + schema));
                    return connection;
                },
                () -> run(connector, connection -> "DROP DATABASE " + schema));
    }

    private static void run(MysqlConnector connector, Statement statement) {
        Jdbc.run(
                "make a scratch schema, for which the user needs the rights CREATE and DROP on `carbon_upgrade_%`",
                connector.name(), () -> {
                    try (Connection connection = connector.toWrite()) {
                        Jdbc.execute(connection, statement.on(connection));
                    }
                });
    }

    @Override
    Connection another() {
        return sessions.get();
    }

    /** By a statement: a driver does nothing where only tables without transactions were read, and they would stay locked. */
    @Override
    void renew(Connection connection) throws SQLException {
        Jdbc.execute(connection, "ROLLBACK");
        MysqlSession.common(connection);
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            onClose.run();
        }
    }
}
