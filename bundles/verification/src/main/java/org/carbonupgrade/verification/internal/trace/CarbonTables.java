package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the tables of the user and registry databases of Carbon, on any database that it runs on. */
final class CarbonTables {

    private CarbonTables() {}

    /** The names of all tables {@code UM_*} and {@code REG_*}, as the database spells them. */
    static List<String> in(Connection connection) throws SQLException {
        List<String> tables = all(connection);
        tables.removeIf(table -> !isCarbons(table));
        return tables;
    }

    /** Whether there is a table of a name, in whatever case the database spells it. */
    static boolean has(Connection connection, String name) throws SQLException {
        return all(connection).stream().anyMatch(name::equalsIgnoreCase);
    }

    private static List<String> all(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema(connection), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    /** The columns of a table that hold a tenant id. {@code UM_TENANT} has none: its id is its key. */
    static List<String> tenantColumns(Connection connection, String table) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        List<String> columns = new ArrayList<>();
        try (ResultSet found = meta.getColumns(
                connection.getCatalog(), schema(connection), escaped(table, meta.getSearchStringEscape()), "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                if (column.toUpperCase(Locale.ROOT).endsWith("TENANT_ID")) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    /** A name as the database spells it, written so that SQL takes it as it is. */
    static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().trim();
        return quote + name + quote;
    }

    private static boolean isCarbons(String table) {
        String name = table.toUpperCase(Locale.ROOT);
        return name.startsWith("UM_") || name.startsWith("REG_");
    }

    private static String escaped(String name, String escape) {
        return name.replace("_", escape + "_");
    }

    /** The schema that unqualified names stand for. Drivers from before Java 7 can't tell; Oracle's is the user's name. */
    private static String schema(Connection connection) throws SQLException {
        try {
            return connection.getSchema();
        } catch (AbstractMethodError | SQLException e) {
            DatabaseMetaData meta = connection.getMetaData();
            return meta.getDatabaseProductName().toLowerCase(Locale.ROOT).contains("oracle")
                    ? meta.getUserName()
                    : null;
        }
    }
}
