package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * Writes collations where they decide something, and nowhere else: behind columns that differ from their table, and behind tables.
 * Servers leave out what a character set has by default, which other versions have changed, and MySQL 8 writes it or not as a
 * column was once made.
 */
final class MysqlCollations {

    private static final String TABLES = "SELECT TABLE_NAME, TABLE_COLLATION FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_COLLATION IS NOT NULL";
    private static final String COLUMNS = "SELECT TABLE_NAME, COLUMN_NAME, CHARACTER_SET_NAME, COLLATION_NAME FROM"
            + " INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL";

    /** A column's name and type, and what is said behind them. */
    private static final Pattern OF_COLUMN = Pattern.compile("(" + Sql.NAME + " \\w+(?:\\((?:" + Sql.LITERAL
            + "|[^')])*+\\))?)(?: CHARACTER SET \\w+(?: COLLATE \\w+)?| COLLATE \\w+)");

    private static final Pattern OF_TABLE = Pattern.compile("( DEFAULT CHARSET=\\w+)(?: COLLATE=\\w+)?");

    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, String[]>> columns = new HashMap<>();

    /** Those of the schema that the connection is in. */
    MysqlCollations(Connection connection) throws SQLException {
        Jdbc.each(connection, TABLES, row -> tables.put(row.getString(1), row.getString(2)));
        Jdbc.each(connection, COLUMNS, row -> columns.computeIfAbsent(row.getString(1), table -> new HashMap<>())
                .put(row.getString(2), new String[] {row.getString(3), row.getString(4)}));
    }

    /** A column's definition. */
    String column(String table, String definition) {
        Matcher column = OF_COLUMN.matcher(definition);
        String[] its = columns.getOrDefault(table, Collections.emptyMap()).get(Sql.name(definition));
        if (its == null || !column.lookingAt()) {
            return definition;
        }
        boolean inherited = its[1].equals(tables.get(table));
        return column.group(1)
                + (inherited ? "" : " CHARACTER SET " + its[0] + " COLLATE " + its[1])
                + definition.substring(column.end());
    }

    /** What stands behind a table's columns. */
    String options(String table, String options) {
        Matcher charset = OF_TABLE.matcher(options);
        return tables.containsKey(table) ? charset.replaceFirst("$1 COLLATE=" + tables.get(table)) : options;
    }
}
