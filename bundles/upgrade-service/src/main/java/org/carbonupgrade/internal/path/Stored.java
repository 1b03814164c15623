package org.carbonupgrade.internal.path;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds things in a database's catalogue by their names as scripts write them, in whatever letters it keeps them. */
final class Stored {

    private Stored() {}

    /** The name of a table as the catalogue has it, or null if there is none. */
    static String table(Connection connection, String name) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema(connection), null, new String[] {"TABLE"})) {
            return find(tables, "TABLE_NAME", name) ? tables.getString("TABLE_NAME") : null;
        }
    }

    /** The schema that names without one are in; null where there are none, or the driver is too old to say. */
    static String schema(Connection connection) throws SQLException {
        try {
            return connection.getSchema();
        } catch (AbstractMethodError e) {
            return null;
        }
    }

    /** Moves to the first row whose value is the name. */
    static boolean find(ResultSet rows, String column, String name) throws SQLException {
        while (rows.next()) {
            if (name.equalsIgnoreCase(rows.getString(column))) {
                return true;
            }
        }
        return false;
    }

    /** A name where the catalogue takes a pattern. */
    static String pattern(DatabaseMetaData catalogue, String name) throws SQLException {
        String escape = catalogue.getSearchStringEscape();
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }
}
