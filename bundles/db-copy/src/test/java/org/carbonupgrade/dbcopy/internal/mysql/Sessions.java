package org.carbonupgrade.dbcopy.internal.mysql;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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

/** Sessions as their own users have them: without any of the code under test. */
final class Sessions {

    private static final Map<DriverJar, Driver> DRIVERS = new ConcurrentHashMap<>();

    private Sessions() {}

    static Connection open(DriverJar jar, int port, String schema) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", MysqlTestServer.USER);
        login.setProperty("password", MysqlTestServer.PASSWORD);
        return DRIVERS.computeIfAbsent(jar, Sessions::load).connect(jar.url(port, schema), login);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(MariaDbWords.translated(sql));
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + " in " + sql, e);
                }
            }
        }
    }

    /** Every row, its columns separated by bars. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MariaDbWords.translated(query))) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                values.add(row.toString());
            }
        }
        return values;
    }

    private static Driver load(DriverJar jar) {
        try {
            ClassLoader loader = new URLClassLoader(
                    new URL[] {jar.path().toUri().toURL()},
                    ClassLoader.getSystemClassLoader().getParent());
            return (Driver) Class.forName(jar.driver(), true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
