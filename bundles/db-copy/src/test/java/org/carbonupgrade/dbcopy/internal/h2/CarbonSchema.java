package org.carbonupgrade.dbcopy.internal.h2;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The schema of a real Carbon server, with rows in every table. */
final class CarbonSchema {

    static final Path SCRIPT = Paths.get("target", "carbon", "h2.sql").toAbsolutePath();

    /** A column to fill. */
    private static final class Column {

        private final String name;
        private final int type;
        private final int size;

        private Column(ResultSet row) throws SQLException {
            this.name = row.getString("COLUMN_NAME");
            this.type = row.getInt("DATA_TYPE");
            this.size = row.getInt("COLUMN_SIZE");
        }
    }

    private CarbonSchema() {}

    static void create(Connection connection) throws SQLException {
        H2.execute(connection, "RUNSCRIPT FROM '" + SCRIPT + "'");
    }

    static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    /** So many rows in every table. A row's values follow from its number, so that foreign keys find theirs. */
    static void fill(Connection connection, int rows, Random random) throws SQLException {
        H2.execute(connection, "SET REFERENTIAL_INTEGRITY FALSE");
        connection.setAutoCommit(false);
        for (String table : tables(connection)) {
            fill(connection, table, rows, random);
            connection.commit();
        }
        connection.setAutoCommit(true);
        H2.execute(connection, "SET REFERENTIAL_INTEGRITY TRUE");
    }

    private static void fill(Connection connection, String table, int rows, Random random) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, "PUBLIC", table, "%")) {
            while (row.next()) {
                columns.add(new Column(row));
            }
        }
        String names = columns.stream().map(column -> column.name).collect(Collectors.joining(", "));
        String parameters = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + "(" + names + ") VALUES(" + parameters + ")")) {
            for (int number = 1; number <= rows; number++) {
                for (int i = 0; i < columns.size(); i++) {
                    insert.setObject(i + 1, value(columns.get(i), number, random));
                }
                insert.executeUpdate();
            }
        }
    }

    private static Object value(Column column, int number, Random random) {
        switch (column.type) {
            case Types.BLOB:
            case Types.VARBINARY:
                byte[] bytes = new byte[random.nextInt(2000)];
                random.nextBytes(bytes);
                return bytes;
            case Types.BOOLEAN:
                return number % 2 == 0;
            case Types.TINYINT:
            case Types.SMALLINT:
                return number % 100;
            case Types.TIMESTAMP:
                return String.format("2015-06-%02d 12:34:56.%03d", 1 + number % 28, number % 1000);
            case Types.VARCHAR:
            case Types.CHAR:
            case Types.CLOB:
                String text = Integer.toString(number, 36) + "/größe und länge";
                return text.substring(0, Math.min(text.length(), Math.max(4, column.size)));
            default:
                return number;
        }
    }
}
