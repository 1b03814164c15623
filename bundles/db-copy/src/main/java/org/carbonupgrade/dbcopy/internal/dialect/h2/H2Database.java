package org.carbonupgrade.dbcopy.internal.dialect.h2;

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
 * An H2 database that this process has open, and shuts down when it is done. One connection is kept all the time: with the last
 * one H2 would close the file, and open it again for the next.
 */
final class H2Database implements OpenDatabase {

    private final DatabaseSpec spec;
    private final Driver driver;
    private final String url;
    private final H2Lease lease;
    private final LongSupplier bytes;
    private final Connection keeper;
    private String fingerprint = "";
    private Runnable closed = () -> {};

    /**
     * Opens it; called under the lease's monitor.
     *
     * @param toWrite whether the URL opens it to be written
     */
    H2Database(DatabaseSpec spec, Driver driver, String url, H2Lease lease, boolean toWrite, LongSupplier bytes) {
        this.spec = spec;
        this.driver = driver;
        this.url = url;
        this.lease = lease;
        this.bytes = bytes;
        this.keeper = connect();
        lease.enter(toWrite);
    }

    /** Tells what the content is, and what to do when the database is closed in good order. */
    H2Database of(String contentFingerprint, Runnable whenClosed) {
        this.fingerprint = contentFingerprint;
        this.closed = whenClosed;
        return this;
    }

    @Override
    public Connection connect() {
        try {
            Connection connection = driver.connect(url, login());
            if (connection == null) {
                throw new DbCopyException(DbError.DB_URL, "The driver does not accept the URL.", spec.name());
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw H2Errors.ofOpening(spec.name(), e);
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

    /** Shuts the database down in good order: a setting could keep it open without connections. */
    @Override
    public void close() {
        synchronized (lease) {
            boolean last = lease.leave();
            try {
                if (last) {
                    shutDown();
                    closed.run();
                } else {
                    keeper.close();
                }
            } catch (SQLException e) {
                throw Jdbc.failure("close the database", spec.name(), e);
            }
        }
    }

    private void shutDown() throws SQLException {
        try {
            Jdbc.execute(keeper, "SHUTDOWN");
        } catch (SQLException e) {
            if (e.getErrorCode() != H2Errors.NO_ADMIN) {
                throw e;
            }
            keeper.close();
        }
    }

    private Properties login() {
        H2Url described = H2Url.of(spec);
        Properties login = new Properties();
        login.setProperty("user", described.user());
        login.setProperty("password", described.password());
        return login;
    }
}
