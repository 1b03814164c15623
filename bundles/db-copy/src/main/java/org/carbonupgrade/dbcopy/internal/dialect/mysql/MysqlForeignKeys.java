package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * The foreign keys that InnoDB writes into a table's definition. It does not double the quotes in names of keys and columns as the
 * rest of the server does: what it writes of such names can be neither run nor taken apart.
 */
final class MysqlForeignKeys {

    private static final String COLUMNS = "SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME,"
            + " REFERENCED_COLUMN_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE()"
            + " AND REFERENCED_TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION";

    private static final UnaryOperator<String> AS_WRITTEN = name -> '"' + name + '"';
    private static final UnaryOperator<String> AS_READ = name -> Sql.quote(name, '"');

    /** By table, then by name. */
    private final Map<String, Map<String, List<Reference>>> keys = new HashMap<>();

    /** Those of the schema that the connection is in. */
    MysqlForeignKeys(Connection connection) throws SQLException {
        Jdbc.each(connection, COLUMNS, row -> keys.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                .computeIfAbsent(row.getString(2), name -> new ArrayList<>())
                .add(new Reference(row.getString(3), row.getString(4), row.getString(5))));
    }

    /** A table's definition, with names in double quotes, as the server would read it. */
    String quoted(String table, String definition) {
        String quoted = definition;
        for (Map.Entry<String, List<Reference>> key :
                keys.getOrDefault(table, Collections.emptyMap()).entrySet()) {
            quoted = quoted.replace(
                    sql(key.getKey(), key.getValue(), AS_WRITTEN), sql(key.getKey(), key.getValue(), AS_READ));
        }
        return quoted;
    }

    private static String sql(String name, List<Reference> columns, UnaryOperator<String> quote) {
        return "CONSTRAINT " + quote.apply(name)
                + columns.stream()
                        .map(column -> quote.apply(column.column))
                        .collect(Collectors.joining(", ", " FOREIGN KEY (", ") REFERENCES "))
                + AS_READ.apply(columns.get(0).table)
                + columns.stream()
                        .map(column -> quote.apply(column.referenced))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** A column, and the one of another table that it refers to. */
    private static final class Reference {

        private final String column;
        private final String table;
        private final String referenced;

        private Reference(String column, String table, String referenced) {
            this.column = column;
            this.table = table;
            this.referenced = referenced;
        }
    }
}
