package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

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
                List.of("CREATE ROLE %2$s LOGIN PASSWORD '%3$s'", "CREATE DATABASE %1$s OWNER %2$s")),
        // Carbon asks a driver for the product's name: MariaDB's own driver would be refused.
        MARIADB(
                "mysql.sql",
                "com.mysql.jdbc.Driver",
                "jdbc:mysql://127.0.0.1:%d/%s?useSSL=false",
                "&allowMultiQueries=true",
                "mysql",
                List.of(
                        "CREATE DATABASE %1$s CHARACTER SET latin1",
                        "CREATE USER %2$s@'%%' IDENTIFIED BY '%3$s'",
                        "GRANT ALL ON %1$s.* TO %2$s@'%%'",
                        "GRANT CREATE, DROP ON `carbon_upgrade_%%`.* TO %2$s@'%%'",
                        "GRANT ALL ON `carbon_upgrade_%%`.* TO %2$s@'%%'"));

        private final String script;
        private final String driver;
        private final String url;
        private final String forScripts;
        private final String home;
        private final List<String> create;

        Type(String script, String driver, String url, String forScripts, String home, List<String> create) {
            this.script = script;
            this.driver = driver;
            this.url = url;
            this.forScripts = forScripts;
            this.home = home;
            this.create = create;
        }
    }

    private final Type type;
    private final int port;
    private final String admin;
    private final String password;
    private final Path driverJar;

    private DatabaseServer(Type type, int port, String admin, String password, Path driverJar) {
        this.type = type;
        this.port = port;
        this.admin = admin;
        this.password = password;
        this.driverJar = driverJar.toAbsolutePath();
    }

    /** @param driverJar that homes get to reach it by */
    public static DatabaseServer postgresql(int port, String admin, String password, Path driverJar) {
        return new DatabaseServer(Type.POSTGRESQL, port, admin, password, driverJar);
    }

    /** @param driverJar that homes get to reach it by: MySQL's */
    public static DatabaseServer mariadb(int port, String admin, String password, Path driverJar) {
        return new DatabaseServer(Type.MARIADB, port, admin, password, driverJar);
    }

    /** Databases for a home, not made yet. */
    public OldDatabases databases(String prefix) {
        return new ServerDatabases(this, prefix);
    }

    /** Makes an empty database, and an account that owns it. */
    public void create(String database, String user, String password) throws SQLException {
        try (Connection connection = connect(type.home, admin, this.password);
                Statement statement = connection.createStatement()) {
            for (String sql : type.create) {
                statement.execute(sql.formatted(database, user, password));
            }
        }
    }

    public String url(String database) {
        return type.url.formatted(port, database);
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
