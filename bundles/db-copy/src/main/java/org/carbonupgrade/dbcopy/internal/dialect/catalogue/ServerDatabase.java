package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** A database as it is at every moment: to be looked at, or to be written. */
final class ServerDatabase implements OpenDatabase {

    private final Connector connector;
    private final Supplier<Connection> sessions;
    private final Runnable whenClosed;

    private ServerDatabase(Connector connector, Supplier<Connection> sessions, Runnable whenClosed) {
        this.connector = connector;
        this.sessions = sessions;
        this.whenClosed = whenClosed;
    }

    static ServerDatabase toLookAt(Connector connector) {
        return new ServerDatabase(connector, () -> connector.toRead(Collections.emptyList()), () -> {});
    }

    static ServerDatabase toWrite(Connector connector) {
        return new ServerDatabase(connector, connector::toWrite, () -> {});
    }

    /** A place of its own on the same server, removed when it is closed. */
    static ServerDatabase scratch(Connector connector) {
        String name =
                "CARBON_UPGRADE_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        SessionWords words = connector.words();
        administer(connector, connection -> words.makeScratch(connection, name));
        return new ServerDatabase(
                connector,
                () -> {
                    Connection connection = connector.toWrite();
                    Jdbc.run(
                            "use a scratch schema",
                            connector.name(),
                            () -> execute(connection, words.enterScratch(name)));
                    return connection;
                },
                () -> administer(connector, connection -> words.dropScratch(connection, name)));
    }

    @Override
    public Connection connect() {
        return sessions.get();
    }

    @Override
    public String name() {
        return connector.name();
    }

    @Override
    public long bytes() {
        return Sizes.of(this, connector.words());
    }

    /** Nobody continues anything by it. */
    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    /** Says statements, having looked at the server. */
    private interface Statements {
        List<String> of(Connection connection) throws SQLException;
    }

    /** Places are made and removed outside of a transaction. */
    private static void administer(Connector connector, Statements statements) {
        Jdbc.run("make or remove a scratch schema for the create script", connector.name(), () -> {
            try (Connection connection = connector.toWrite()) {
                connection.setAutoCommit(true);
                execute(connection, statements.of(connection));
            }
        });
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            Jdbc.execute(connection, statement);
        }
    }
}
