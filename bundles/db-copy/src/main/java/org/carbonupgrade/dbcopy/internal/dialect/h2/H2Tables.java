package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * Reads the columns and keys of all tables from H2's catalogue. With two queries: JDBC metadata takes one for each table, and
 * understands a schema's name as a pattern.
 */
final class H2Tables {

    private static final String COLUMNS = "SELECT * FROM INFORMATION_SCHEMA.COLUMNS";
    private static final String KEYS = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION"
            + " FROM INFORMATION_SCHEMA.INDEXES WHERE PRIMARY_KEY";

    private final Connection connection;

    H2Tables(Connection connection) {
        this.connection = connection;
    }

    /** The tables with these names, sorted by name. */
    List<Table> read(Set<ObjectName> names) throws SQLException {
        Map<ObjectName, Map<Integer, Column>> columns = new TreeMap<>();
        Jdbc.each(connection, COLUMNS, row -> {
            ObjectName table = table(row);
            if (names.contains(table)) {
                Map<Integer, Column> found = columns.computeIfAbsent(table, name -> new TreeMap<>());
                if (!row.getBoolean("IS_COMPUTED")) { // H2 computes it again
                    found.put(row.getInt("ORDINAL_POSITION"), H2Values.column(row));
                }
            }
        });
        Map<ObjectName, Map<Integer, String>> keys = new TreeMap<>();
        Jdbc.each(connection, KEYS, row -> keys.computeIfAbsent(table(row), name -> new TreeMap<>())
                .put(row.getInt("ORDINAL_POSITION"), row.getString("COLUMN_NAME")));
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, found) -> tables.add(table(
                name,
                new ArrayList<>(found.values()),
                new ArrayList<>(keys.getOrDefault(name, Collections.emptyMap()).values()))));
        return tables;
    }

    /** A key with a column that is not copied does not help to tell rows apart while copying. */
    private static Table table(ObjectName name, List<Column> columns, List<String> key) {
        Table table = new Table(name, columns, Collections.emptyList());
        return table.columnNames().containsAll(key) ? new Table(name, columns, key) : table;
    }

    private static ObjectName table(ResultSet row) throws SQLException {
        return ObjectName.of(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME"));
    }
}
