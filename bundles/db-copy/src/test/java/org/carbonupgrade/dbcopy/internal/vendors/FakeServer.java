package org.carbonupgrade.dbcopy.internal.vendors;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Plays a server that can't be had. Its catalogue is real tables with the names and columns that the vendor documents, in an H2 in
 * memory, so that the dialect's own queries are run; so is the marker table. Tables with data are empty; all other statements are
 * written down and not run.
 */
final class FakeServer {

    private static final Driver H2 = h2();

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Pattern catalogue;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final int majorVersion;

    /**
     * @param vendor whose catalogue it has: a resource
     * @param catalogue found in queries of the catalogue
     */
    FakeServer(String vendor, int majorVersion, String catalogue) throws SQLException, IOException {
        this.catalogue = Pattern.compile(catalogue);
        this.majorVersion = majorVersion;
        sql(new String(
                Files.readAllBytes(Paths.get("src", "test", "resources", "catalogue", vendor + ".sql")),
                StandardCharsets.UTF_8));
    }

    /** Says in H2's words what only the vendor knows. */
    FakeServer with(String vendors, String ours) {
        words.put(vendors, ours);
        return this;
    }

    /** Runs statements on the catalogue. */
    void sql(String statements) throws SQLException {
        try (Connection connection = H2.connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Adds a row to a table of the catalogue: names and values by turns. */
    void row(String table, Object... values) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < values.length; i += 2) {
            names.add((String) values[i]);
        }
        try (Connection connection = H2.connect(url, new Properties());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + "("
                        + String.join(", ", names) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(names.size(), "?")) + ")")) {
            for (int i = 1; i < values.length; i += 2) {
                insert.setObject(i / 2 + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    /** What the server was given, in order, apart from the queries of its catalogue and what was about the marker table. */
    List<String> statements() {
        return new ArrayList<>(statements);
    }

    Connection connect() throws SQLException {
        Connection h2 = H2.connect(url, new Properties());
        return proxy(Connection.class, h2, (name, arguments) -> {
            switch (name) {
                case "createStatement":
                    return statement(h2.createStatement());
                case "prepareStatement":
                    return h2.prepareStatement(ours((String) arguments[0]));
                case "getMetaData":
                    return metaData(h2.getMetaData());
                case "setReadOnly":
                    return this;
                default:
                    return null;
            }
        });
    }

    private Statement statement(Statement statement) {
        return proxy(Statement.class, statement, (name, arguments) -> {
            if (name.equals("execute")) {
                return statement.execute(ours((String) arguments[0]));
            }
            return name.equals("executeQuery") ? statement.executeQuery(ours((String) arguments[0])) : null;
        });
    }

    private DatabaseMetaData metaData(DatabaseMetaData metaData) {
        return proxy(
                DatabaseMetaData.class,
                metaData,
                (name, arguments) -> name.equals("getDatabaseMajorVersion") ? majorVersion : null);
    }

    private String ours(String sql) {
        if (catalogue.matcher(sql).find() && sql.startsWith("SELECT") || sql.contains("CARBON_UPGRADE")) {
            String text = sql;
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text;
        }
        statements.add(sql);
        if (sql.startsWith("SELECT COUNT(*)")) {
            return "SELECT 0";
        }
        return sql.contains("MAX(") ? "SELECT NULL" : "SELECT 1 FROM DUAL WHERE 1 = 0";
    }

    /** Something done instead of a call; null where the call is to be made. */
    private interface Instead {
        Object of(String method, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                FakeServer.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = instead.of(method.getName(), arguments);
                    if (result != null) {
                        return method.getReturnType() == void.class ? null : result;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Driver h2() {
        try {
            URL jar = Paths.get("target", "h2", "h2-1.4.199.jar").toUri().toURL();
            ClassLoader loader = new URLClassLoader(
                    new URL[] {jar}, ClassLoader.getSystemClassLoader().getParent());
            return (Driver) Class.forName("org.h2.Driver", true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
