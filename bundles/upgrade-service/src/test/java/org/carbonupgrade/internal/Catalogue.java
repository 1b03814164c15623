package org.carbonupgrade.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tables, columns with types and defaults, keys and indexes of a database as its driver tells them, sorted, for comparing. */
public final class Catalogue {

    private Catalogue() {}

    /** @param without tables that are left out */
    public static List<String> of(Connection connection, List<String> without) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        String schema = connection.getSchema();
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = catalogue.getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                if (!without.contains(rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT))) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        List<String> all = new ArrayList<>();
        for (String table : tables) {
            try (ResultSet rows = catalogue.getColumns(connection.getCatalog(), schema, table, "%")) {
                while (rows.next()) {
                    // what H2 calls the sequences behind identities is made up anew each time
                    all.add(String.join(
                            " ",
                            "column",
                            rows.getString("TABLE_NAME"),
                            rows.getString("COLUMN_NAME"),
                            rows.getString("TYPE_NAME"),
                            rows.getString("COLUMN_SIZE"),
                            rows.getString("IS_NULLABLE"),
                            String.valueOf(rows.getString("COLUMN_DEF"))
                                    .replaceAll("SYSTEM_SEQUENCE_\\w+", "SEQUENCE")));
                }
            }
            keys(table, catalogue.getIndexInfo(connection.getCatalog(), schema, table, false, true), "INDEX_NAME", all);
            keys(table, catalogue.getImportedKeys(connection.getCatalog(), schema, table), "FK_NAME", all);
        }
        return all.stream().sorted().collect(Collectors.toList());
    }

    /** Names that the database made up itself count for nothing. */
    private static void keys(String table, ResultSet rows, String name, List<String> all) throws SQLException {
        Map<String, StringBuilder> keys = new TreeMap<>();
        while (rows.next()) {
            boolean foreign = name.equals("FK_NAME");
            keys.computeIfAbsent(String.valueOf(rows.getString(name)), key -> new StringBuilder())
                    .append(
                            foreign
                                    ? rows.getString("FKCOLUMN_NAME") + ">" + rows.getString("PKTABLE_NAME")
                                    : rows.getString("COLUMN_NAME") + (rows.getBoolean("NON_UNIQUE") ? "" : "!"))
                    .append(' ');
        }
        rows.close();
        keys.forEach((key, columns) -> all.add(String.join(
                " ", name, table, key.replaceAll("(PRIMARY_KEY|CONSTRAINT)_\\w+", "$1"), columns.toString())));
    }
}
