package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Opens sessions of a server, all of which understand SQL and values in the same way. */
final class Connector {

    private final DatabaseSpec spec;
    private final ServerUrl url;
    private final Driver driver;
    private final SessionWords words;

    Connector(DatabaseSpec spec, ServerUrl url, Driver driver, SessionWords words) {
        this.spec = spec;
        this.url = url;
        this.driver = driver;
        this.words = words;
    }

    String name() {
        return spec.name();
    }

    SessionWords words() {
        return words;
    }

    /** A session that refuses whatever writes, beginning with these statements. */
    Connection toRead(List<String> begin) {
        return ReadOnly.guard(open(begin, true));
    }

    /** A session that writes. */
    Connection toWrite() {
        return open(words.writer(), false);
    }

    private Connection open(List<String> begin, boolean readOnly) {
        Connection connection = null;
        try {
            Properties login = words.driver();
            login.putAll(url.login(spec));
            connection = driver.connect(url.connectTo(), login);
            if (connection == null) {
                throw new DbCopyException(DbError.DB_URL, "The driver does not accept the URL.", spec.name());
            }
            for (String statement : words.everyone()) {
                Jdbc.execute(connection, statement);
            }
            if (readOnly) {
                connection.setReadOnly(true);
            }
            connection.setAutoCommit(false);
            for (String statement : begin) {
                Jdbc.execute(connection, statement);
            }
            return connection;
        } catch (SQLException e) {
            close(connection, e);
            throw new DbCopyException(
                    DbError.DB_CONNECT,
                    "Cannot open the database: " + Jdbc.message(e),
                    spec.name(),
                    Jdbc.withoutStatement(e));
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
}
