package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * An H2 database that this process has opened, and shuts down when it is done. One connection is kept all the time: with the last
 * one H2 would close the file, and open it again for the next.
 */
final class H2Database implements OpenDatabase {

    private static final int ALREADY_OPEN = 90020;

    /** Writes everything, positions of sequences included, also where a setting would keep the database open. */
    private static final String WRITE = "SHUTDOWN";

    /** Nothing was written that would have to be kept. */
    private static final String LEAVE = "SHUTDOWN IMMEDIATELY";

    private final DatabaseSpec spec;
    private final Driver driver;
    private final String url;
    private final String fingerprint;
    private final LongSupplier bytes;
    private final String shutdown;
    private final Connection keeper;

    private H2Database(
            DatabaseSpec spec, Driver driver, String url, String fingerprint, LongSupplier bytes, String shutdown) {
        this.spec = spec;
        this.driver = driver;
        this.url = url;
        this.fingerprint = fingerprint;
        this.bytes = bytes;
        this.shutdown = shutdown;
        this.keeper = connect();
    }

    /** A copy of a closed database. */
    static H2Database ofSnapshot(DatabaseSpec spec, Driver driver, H2Snapshot snapshot) {
        String url = H2Url.of(spec).at(snapshot.path());
        H2Files files = new H2Files(snapshot.path());
        return new H2Database(spec, driver, url, snapshot.fingerprint(), files::bytes, LEAVE);
    }

    /** The database where it is. */
    static H2Database inPlace(DatabaseSpec spec, Driver driver) {
        Path path = H2Url.of(spec).path();
        return new H2Database(spec, driver, H2Url.of(spec).at(path), "", new H2Files(path)::bytes, WRITE);
    }

    /** A database in memory that is gone when it is closed. */
    static H2Database scratch(DatabaseSpec spec, Driver driver, String unique) {
        return new H2Database(spec, driver, H2Url.of(spec).scratch(unique), "", () -> 0, LEAVE);
    }

    @Override
    public Connection connect() {
        Properties login = new Properties();
        login.setProperty("user", spec.username() == null ? "" : spec.username());
        login.setProperty("password", spec.password() == null ? "" : spec.password());
        try {
            Connection connection = driver.connect(url, login);
            if (connection == null) {
                throw new DbCopyException(DbError.DB_URL, "The driver does not accept the URL.", spec.name());
            }
            // Tables are locked for the time of a chunk; workers wait for each other no longer than that.
            Jdbc.execute(connection, "SET LOCK_TIMEOUT 120000");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new DbCopyException(
                    e.getErrorCode() == ALREADY_OPEN ? DbError.DB_IN_USE : DbError.DB_CONNECT,
                    "Cannot open the database: " + Jdbc.message(e),
                    spec.name());
        }
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long bytes() {
        return bytes.getAsLong();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {
        try {
            Jdbc.execute(keeper, shutdown);
        } catch (SQLException e) {
            throw Jdbc.failure("close the database", spec.name(), e);
        }
    }
}
