package org.carbonupgrade.internal.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds things in a database's catalogue by their names as scripts write them, in whatever letters it keeps them. */
public final class Stored {

    private Stored() {}

    /** The names of all tables as the catalogue has them, by these in capitals; unmodifiable. */
    public static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema(connection), null, new String[] {"TABLE"})) {
            while (rows.next()) {
                String stored = rows.getString("TABLE_NAME");
                tables.put(stored.toUpperCase(Locale.ROOT), stored);
            }
        }
        return Collections.unmodifiableMap(tables);
    }

    /** The name of a table as the catalogue has it, or null if there is none. */
    public static String table(Connection connection, String name) throws SQLException {
        return tables(connection).get(name.toUpperCase(Locale.ROOT));
    }

    /** The schema that names without one are in; null where there are none, or the driver is too old to say. */
    public static String schema(Connection connection) throws SQLException {
        try {
            return connection.getSchema();
        } catch (AbstractMethodError e) {
            return null;
        }
    }

    /** Moves to the first row whose value is the name. */
    public static boolean find(ResultSet rows, String column, String name) throws SQLException {
        while (rows.next()) {
            if (name.equalsIgnoreCase(rows.getString(column))) {
                return true;
            }
        }
        return false;
    }

    /** A name where the catalogue takes a pattern. */
    public static String pattern(DatabaseMetaData catalogue, String name) throws SQLException {
        String escape = catalogue.getSearchStringEscape();
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }
}
