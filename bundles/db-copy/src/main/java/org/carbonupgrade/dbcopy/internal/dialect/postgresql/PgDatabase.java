package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.ConnectionPool;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** A PostgreSQL database that one of our verbs works with. */
class PgDatabase implements OpenDatabase {

    private static final int OLDEST = 90400;

    private final DatabaseSpec spec;
    private final Driver driver;
    private final boolean toWrite;
    private final ConnectionPool connections = new ConnectionPool(this::another);

    /** @param toWrite whether its connections may write */
    PgDatabase(DatabaseSpec spec, Driver driver, boolean toWrite) {
        this.spec = spec;
        this.driver = driver;
        this.toWrite = toWrite;
    }

    /** Refuses a server that is too old, or that does not let us in. */
    PgDatabase checked() {
        Jdbc.run("open the database", name(), () -> {
            try (Connection connection = session()) {
                PgCatalog catalog = new PgCatalog(connection);
                if (!catalog.since(OLDEST)) {
                    throw new DbCopyException(
                            DbError.DB_UNSUPPORTED,
                            "The server is PostgreSQL "
                                    + connection.getMetaData().getDatabaseProductVersion()
                                    + "; supported are 9.4 and newer ones.",
                            name());
                }
            }
        });
        return this;
    }

    @Override
    public Connection connect() {
        return connections.take();
    }

    private Connection another() {
        return Jdbc.call("open the database", name(), () -> {
            Connection connection = session();
            try {
                ready(connection);
                return connection;
            } catch (SQLException e) {
                Jdbc.close(connection);
                throw e;
            }
        });
    }

    /** Makes a new connection what {@link #connect()} gives. */
    void ready(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** A new connection with auto-commit on. */
    final Connection session() {
        PgUrl url = PgUrl.of(spec);
        try {
            Connection connection = driver.connect(url.connectTo(), url.login());
            if (connection == null) {
                throw new DbCopyException(DbError.DB_URL, "The driver does not accept the URL.", name());
            }
            if (toWrite) {
                PgSession.write(connection);
            } else {
                PgSession.read(connection);
            }
            return connection;
        } catch (SQLException e) {
            throw PgErrors.ofOpening(name(), e);
        }
    }

    @Override
    public final String name() {
        return spec.name();
    }

    @Override
    public long bytes() {
        return Jdbc.call("read the size", name(), () -> {
            try (Connection connection = session()) {
                return Long.parseLong(new PgCatalog(connection)
                        .value("SELECT pg_catalog.pg_database_size(pg_catalog.current_database())"));
            }
        });
    }

    @Override
    public String fingerprint() {
        return "";
    }

    /** Lets go of the connections; the server stays up. */
    @Override
    public void close() {
        connections.close();
    }
}
