package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Opens sessions of a schema, all of which understand SQL and values in the same way. */
final class MysqlConnector {

    private static final int UNKNOWN_DATABASE = 1049;

    private final DatabaseSpec spec;
    private final Driver driver;
    private final String url;

    MysqlConnector(DatabaseSpec spec, DriverLibrary drivers) {
        this.spec = spec;
        this.driver = MysqlDriver.find(spec, drivers);
        Map<String, String> settings = MysqlDriver.settings(driver);
        if (spec.username() != null) {
            settings.put("user", null); // drivers would believe the URL
            settings.put("password", null);
        }
        this.url = MysqlUrl.of(spec).with(settings);
    }

    String name() {
        return spec.name();
    }

    /** A session that can't write. */
    Connection toRead() {
        return open(MysqlSession::toRead, Collections.emptyMap());
    }

    /** A session that is as fast as the user's rights allow. */
    Connection toWrite() {
        return open(MysqlSession::toWrite, MysqlDriver.loading(driver));
    }

    private Connection open(MysqlSession.Setting setting, Map<String, String> settings) {
        Connection connection = null;
        try {
            connection = driver.connect(url, login(settings));
            if (connection == null) {
                throw new DbCopyException(DbError.DB_URL, "The driver does not accept the URL.", spec.name());
            }
            setting.of(connection);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            close(connection, e);
            DbError error = e.getErrorCode() == UNKNOWN_DATABASE ? DbError.DB_MISSING : DbError.DB_CONNECT;
            throw new DbCopyException(
                    error, "Cannot open the database: " + Jdbc.message(e), spec.name(), Jdbc.withoutStatement(e));
        }
    }

    private static void close(Connection connection, SQLException reason) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private Properties login(Map<String, String> settings) {
        Properties login = new Properties();
        settings.forEach(login::setProperty);
        if (spec.username() != null) {
            login.setProperty("user", spec.username());
        }
        if (spec.password() != null) {
            login.setProperty("password", spec.password());
        }
        return login;
    }
}
