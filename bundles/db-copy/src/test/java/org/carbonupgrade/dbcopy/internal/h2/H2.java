package org.carbonupgrade.dbcopy.internal.h2;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** One version of H2 as its own users use it: without any of the code under test. */
final class H2 {

    static final String USER = "carbon";
    static final String PASSWORD = "carbon-S3cret";

    private static final Map<String, H2> ALL = new ConcurrentHashMap<>();

    private final String version;
    private final Driver driver;

    private H2(String version) {
        this.version = version;
        this.driver = load(version);
    }

    static H2 of(String version) {
        return ALL.computeIfAbsent(version, H2::new);
    }

    /** One that shares no class with another: it learns the JVM's time zone anew. */
    static H2 fresh(String version) {
        return new H2(version);
    }

    static Path jar(String version) {
        return Paths.get("target", "h2", "h2-" + version + ".jar").toAbsolutePath();
    }

    boolean isAtLeast(String other) {
        return version.compareTo(other) >= 0;
    }

    /** Something done with a connection. */
    interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** Opens a database, works with it, and shuts it down. */
    void with(Path database, Work work) throws SQLException {
        with(database, "", work);
    }

    void with(Path database, String settings, Work work) throws SQLException {
        try (Connection connection = open(database, settings)) {
            try {
                work.with(connection);
            } finally {
                execute(connection, "SHUTDOWN");
            }
        }
    }

    /** Whether a user can log in to a database that is closed. */
    boolean letsIn(Path database, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        try (Connection connection = driver.connect("jdbc:h2:file:" + database + ";IFEXISTS=TRUE", login)) {
            return column(connection, "CALL USER()").get(0).equalsIgnoreCase(user);
        }
    }

    /** The caller closes it, and with it the database. */
    Connection open(Path database, String settings) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", settings.contains("CIPHER") ? "file " + PASSWORD : PASSWORD);
        return driver.connect(
                "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" + settings, login);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of a query as text. */
    static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static Driver load(String version) {
        try {
            ClassLoader loader = new URLClassLoader(
                    new URL[] {jar(version).toUri().toURL()},
                    ClassLoader.getSystemClassLoader().getParent());
            return (Driver) Class.forName("org.h2.Driver", true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
