package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.carbonupgrade.itests.databases.LocalServer;
import org.carbonupgrade.itests.databases.MariaDbServer;
import org.carbonupgrade.itests.databases.PostgresServer;

/** A running database server that homes can have their databases on, as its administrator sees it. */
public final class DatabaseServer {

    /** What differs between the types. {@code %s} are the database, the account and its password. */
    private enum Type {
        POSTGRESQL(
                "postgresql.sql",
                "org.postgresql.Driver",
                "jdbc:postgresql://127.0.0.1:%d/%s",
                "",
                "postgres",
                "public",
                "SELECT '%1$s', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM \"%1$s\" t",
                List.of("CREATE ROLE %2$s LOGIN PASSWORD '%3$s'", "CREATE DATABASE %1$s OWNER %2$s")),
        // Carbon asks a driver for the product's name: MariaDB's own driver would be refused.
        MARIADB(
                "mysql.sql",
                "com.mysql.jdbc.Driver",
                "jdbc:mysql://127.0.0.1:%d/%s?useSSL=false&characterEncoding=UTF-8",
                "&allowMultiQueries=true",
                "mysql",
                null,
                "CHECKSUM TABLE `%s` EXTENDED",
                List.of(
                        "CREATE DATABASE %1$s CHARACTER SET utf8",
                        "CREATE USER %2$s@'%%' IDENTIFIED BY '%3$s'",
                        "GRANT ALL ON %1$s.* TO %2$s@'%%'",
                        "GRANT ALL ON `carbon_upgrade_%%`.* TO %2$s@'%%'"));

        private final String script;
        private final String driver;
        private final String url;
        private final String forScripts;
        private final String home;
        private final String schema;
        private final String checksum;
        private final List<String> create;

        Type(
                String script,
                String driver,
                String url,
                String forScripts,
                String home,
                String schema,
                String checksum,
                List<String> create) {
            this.script = script;
            this.driver = driver;
            this.url = url;
            this.forScripts = forScripts;
            this.home = home;
            this.schema = schema;
            this.checksum = checksum;
            this.create = create;
        }
    }

    private static final int ATTEMPTS = 100;
    private static final long POLL_MILLIS = 100;

    private final Type type;
    private final LocalServer server;
    private final Path driverJar;

    private DatabaseServer(Type type, LocalServer server, Path driverJar) {
        this.type = type;
        this.server = server;
        this.driverJar = driverJar.toAbsolutePath();
        awaitLogin();
    }

    /** @param driverJar that homes get to reach it by */
    public static DatabaseServer on(PostgresServer server, Path driverJar) {
        return new DatabaseServer(Type.POSTGRESQL, server, driverJar);
    }

    /** @param driverJar that homes get to reach it by: MySQL's */
    public static DatabaseServer on(MariaDbServer server, Path driverJar) {
        return new DatabaseServer(Type.MARIADB, server, driverJar);
    }

    /** Databases for a home, not made yet. */
    public OldDatabases databases(String prefix) {
        return new ServerDatabases(this, prefix);
    }

    /** Makes an empty database, and an account that owns it. */
    public void create(String database, String user, String password) throws SQLException {
        try (Connection connection = connectAsAdmin();
                Statement statement = connection.createStatement()) {
            for (String sql : type.create) {
                statement.execute(sql.formatted(database, user, password));
            }
        }
    }

    public String url(String database) {
        return type.url.formatted(server.port(), database);
    }

    /** A checksum of every table of a database, by its name. */
    public Map<String, String> checksums(String database, String user, String password) throws SQLException {
        Map<String, String> checksums = new TreeMap<>();
        try (Connection connection = connect(database, user, password);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), type.schema, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
            for (String table : tables) {
                try (ResultSet sum = statement.executeQuery(type.checksum.formatted(table))) {
                    sum.next();
                    checksums.put(table, sum.getString(2));
                }
            }
        }
        return checksums;
    }

    String driverClass() {
        return type.driver;
    }

    Path driverJar() {
        return driverJar;
    }

    /** The name of Carbon's create script. */
    String script() {
        return type.script;
    }

    Connection connect(String database, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return driver().connect(url(database) + type.forScripts, login);
    }

    private Connection connectAsAdmin() throws SQLException {
        return connect(type.home, server.admin(), LocalServer.PASSWORD);
    }

    /** It listens before it lets anybody in. */
    private void awaitLogin() {
        for (int attempt = 1; ; attempt++) {
            try {
                connectAsAdmin().close();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS) {
                    throw new HarnessException("no login at " + type + " on port " + server.port(), e);
                }
                Pause.millis(POLL_MILLIS);
            }
        }
    }

    private Driver driver() {
        try {
            URL[] jar = {driverJar.toUri().toURL()};
            return (Driver) new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())
                    .loadClass(type.driver)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new HarnessException("cannot load the driver in " + driverJar, e);
        }
    }
}
