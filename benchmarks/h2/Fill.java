import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Random;

/**
 * Makes an H2 database with the tables of a real Carbon server and rows that follow from their numbers: at scale 1, 100,000
 * resources with 33,000 contents. A server can't start on it; it is for measuring.
 */
public final class Fill {

    private final Connection connection;
    private final Random random = new Random(1);

    private Fill(Connection connection) {
        this.connection = connection;
    }

    /** Gives the values of a row. */
    private interface Row {
        Object[] at(int number);
    }

    /** Arguments: URL, create script, scale. The driver is on the class path. */
    public static void main(String[] arguments) throws Exception {
        Class.forName("org.h2.Driver");
        double scale = Double.parseDouble(arguments[2]);
        try (Connection connection = DriverManager.getConnection(arguments[0], "carbon", "carbon")) {
            try (Statement statement = connection.createStatement()) {
                String script = new String(Files.readAllBytes(Paths.get(arguments[1])), StandardCharsets.UTF_8);
                for (String sql : script.split(";")) {
                    if (!sql.trim().isEmpty()) {
                        statement.execute(sql);
                    }
                }
            }
            connection.setAutoCommit(false);
            new Fill(connection).run((int) (100_000 * scale));
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        }
    }

    private void run(int resources) throws SQLException {
        int contents = resources / 3;
        rows("REG_PATH(REG_PATH_ID, REG_PATH_VALUE, REG_PATH_PARENT_ID, REG_TENANT_ID)", contents, i -> new Object[] {
            i, "/_system/governance/trunk/services/" + hash(i) + "/p" + i, i / 8, -1234
        });
        rows("REG_CONTENT(REG_CONTENT_ID, REG_CONTENT_DATA, REG_TENANT_ID)", contents, i -> new Object[] {
            i, content(i), -1234
        });
        rows(
                "REG_RESOURCE(REG_PATH_ID, REG_NAME, REG_VERSION, REG_MEDIA_TYPE, REG_CREATOR, REG_CREATED_TIME,"
                        + " REG_LAST_UPDATED_TIME, REG_DESCRIPTION, REG_CONTENT_ID, REG_TENANT_ID, REG_UUID)",
                resources,
                i -> new Object[] {
                    1 + i % contents,
                    i % 3 == 0 ? null : "res" + i + ".xml",
                    i,
                    i % 5 == 0 ? null : "application/xml",
                    "admin",
                    "2014-01-01 10:00:00.0",
                    "2014-01-02 10:00:00.0",
                    i % 4 == 0 ? "Description of resource " + i + " with é ü 漢字 text" : null,
                    i <= contents ? i : null,
                    -1234,
                    hash(i)
                });
        rows("REG_PROPERTY(REG_ID, REG_NAME, REG_VALUE, REG_TENANT_ID)", resources * 2, i -> new Object[] {
            i, "prop.name." + i % 200, "value of property " + i + " " + hash(i), -1234
        });
        rows(
                "REG_RESOURCE_PROPERTY(REG_PROPERTY_ID, REG_VERSION, REG_TENANT_ID)",
                resources * 2,
                i -> new Object[] {i, 1 + i % resources, -1234});
        rows(
                "REG_LOG(REG_LOG_ID, REG_PATH, REG_USER_ID, REG_LOGGED_TIME, REG_ACTION, REG_TENANT_ID)",
                resources / 2,
                i -> new Object[] {i, "/_system/" + hash(i), "admin", "2015-05-05 12:00:00.0", i % 10, -1234});
        rows(
                "UM_USER(UM_ID, UM_USER_NAME, UM_USER_PASSWORD, UM_SALT_VALUE, UM_CHANGED_TIME, UM_TENANT_ID)",
                resources / 2,
                i -> new Object[] {i, "user" + i, hash(i) + hash(i + 1), hash(i + 2).substring(8), "2016-01-01 00:00:00.0", -1234});
        rows(
                "UM_USER_ATTRIBUTE(UM_ID, UM_ATTR_NAME, UM_ATTR_VALUE, UM_PROFILE_ID, UM_USER_ID, UM_TENANT_ID)",
                resources,
                i -> new Object[] {
                    i, i % 2 == 0 ? "mail" : "sn", "user" + i + "@example.com", "default", 1 + (i - 1) / 2, -1234
                });
    }

    private void rows(String table, int rows, Row row) throws SQLException {
        int columns = table.split(",").length;
        String values = String.join(", ", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES(" + values + ")")) {
            for (int i = 1; i <= rows; i++) {
                Object[] at = row.at(i);
                for (int column = 0; column < columns; column++) {
                    insert.setObject(column + 1, at[column]);
                }
                insert.addBatch();
                if (i % 1000 == 0 || i == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        System.out.println("  " + table.replaceAll("\\(.*", "") + " " + rows);
    }

    private static String hash(int number) {
        return String.format("%016x%016x", number * 0x9E3779B97F4A7C15L, (number + 1) * 0xC2B2AE3D27D4EB4FL);
    }

    /** From 512 bytes to 8 kB; every other one is text. */
    private byte[] content(int number) {
        byte[] content = new byte[512 + number * 7919 % 7680];
        if (number % 2 == 0) {
            random.nextBytes(content);
        } else {
            for (int i = 0; i < content.length; i++) {
                content[i] = (byte) ("<service id=\"" + number + "\"/>\n").charAt(i % 15);
            }
        }
        return content;
    }
}
