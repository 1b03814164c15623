package org.carbonupgrade.dbcopy.internal.mysql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The schema of a real Carbon server, with rows in every table. */
final class MysqlCarbonSchema {

    static final Path SCRIPT = Paths.get("target", "carbon", "mysql.sql").toAbsolutePath();

    private MysqlCarbonSchema() {}

    /** As an administrator would: with the server's own settings. */
    static void create(Connection connection) throws SQLException, IOException {
        String script = new String(Files.readAllBytes(SCRIPT), StandardCharsets.UTF_8);
        if (Sessions.rows(connection, "SELECT VERSION()").get(0).startsWith("5.5")) {
            script = script.replace("DEFAULT CURRENT_TIMESTAMP,", "DEFAULT 0,"); // as the script was when that was new
        }
        for (String statement : script.replaceAll("(?m)^\\s*--.*$", "").split(";")) {
            if (!statement.trim().isEmpty()) {
                Sessions.execute(connection, statement);
            }
        }
    }

    static List<String> tables(Connection connection) throws SQLException {
        return Sessions.rows(
                connection,
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME");
    }

    /** So many rows in every table. A row's values follow from its number, so that foreign keys find theirs. */
    static void fill(Connection connection, int rows, Random random) throws SQLException {
        Sessions.execute(connection, "SET SESSION foreign_key_checks = 0", "SET NAMES utf8mb4");
        connection.setAutoCommit(false);
        for (String table : tables(connection)) {
            List<String[]> columns = Sessions.rows(
                            connection,
                            "SELECT COLUMN_NAME, DATA_TYPE, COALESCE(CHARACTER_MAXIMUM_LENGTH, 0) FROM"
                                    + " INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '"
                                    + table + "' ORDER BY ORDINAL_POSITION")
                    .stream()
                    .map(row -> row.split("\\|"))
                    .collect(Collectors.toList());
            String parameters = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + table + " VALUES (" + parameters + ")")) {
                for (int number = 1; number <= rows; number++) {
                    for (int i = 0; i < columns.size(); i++) {
                        insert.setObject(i + 1, value(columns.get(i), number, random));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static Object value(String[] column, int number, Random random) {
        int size = (int) Math.min(1000, Long.parseLong(column[2]));
        switch (column[1]) {
            case "blob":
            case "mediumblob":
            case "longblob":
                byte[] bytes = new byte[random.nextInt(2000)];
                random.nextBytes(bytes);
                return bytes;
            case "timestamp":
            case "datetime":
                return String.format("2015-06-%02d 12:34:56", 1 + number % 28);
            case "char":
            case "varchar":
            case "text":
            case "longtext":
                String text = Integer.toString(number, 36) + "/größe und länge";
                return text.substring(0, Math.min(text.length(), size));
            case "tinyint":
                return number % 2;
            default:
                return number;
        }
    }
}
