package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads the columns and keys of all tables from the catalogue. */
final class MysqlTables {

    private static final String COLUMNS = "SELECT * FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
            + " ORDER BY TABLE_NAME, ORDINAL_POSITION";
    private static final String KEYS =
            "SELECT TABLE_NAME, COLUMN_NAME, SUB_PART, COLLATION FROM INFORMATION_SCHEMA.STATISTICS"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' ORDER BY TABLE_NAME, SEQ_IN_INDEX";
    private static final Pattern GENERATED = Pattern.compile(".*\\b(VIRTUAL|STORED|PERSISTENT)\\b.*");

    /** Sorted, or compared with a parameter, in another way than by the index, or not in the same way by every version. */
    private static final Pattern NO_KEY =
            Pattern.compile("(?s)(enum|set|bit|float|double|time\\b(?!stamp)|year|uuid|inet4|inet6)\\b.*");

    private final Connection connection;
    private final Map<String, List<Column>> columns = new TreeMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Set<String> withoutKey = new HashSet<>();

    MysqlTables(Connection connection) {
        this.connection = connection;
    }

    /** The tables with these names, sorted by name. */
    List<Table> read(Set<String> names) throws SQLException {
        Jdbc.each(connection, COLUMNS, row -> {
            String table = row.getString("TABLE_NAME");
            if (names.contains(table)) {
                add(table, row);
            }
        });
        Jdbc.each(connection, KEYS, row -> {
            String table = row.getString("TABLE_NAME");
            if (row.getString("SUB_PART") != null || "D".equals(row.getString("COLLATION"))) {
                withoutKey.add(table);
            }
            keys.computeIfAbsent(table, name -> new ArrayList<>()).add(row.getString("COLUMN_NAME"));
        });
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, found) -> tables.add(table(name, found)));
        return tables;
    }

    private void add(String table, ResultSet row) throws SQLException {
        List<Column> found = columns.computeIfAbsent(table, name -> new ArrayList<>());
        if (GENERATED.matcher(row.getString("EXTRA").toUpperCase(Locale.ROOT)).matches()) {
            return; // the server computes it again
        }
        String type = row.getString("COLUMN_TYPE");
        String name = row.getString("COLUMN_NAME");
        found.add(MysqlValues.column(row)
                .orElseThrow(() -> new DbCopyException(
                        DbError.DB_UNSUPPORTED, "Column " + name + " is of the unknown type " + type + ".", table)));
    }

    /**
     * A key that can't be gone through by its index does not help to tell rows apart, or to split the table: one of an ENUM or a
     * UUID, say, or a descending one. Such a table is moved as a whole, and its rows are called by their digests.
     */
    private Table table(String name, List<Column> found) {
        Table table = new Table(ObjectName.of(name), found, new ArrayList<>());
        List<String> key = keys.getOrDefault(name, new ArrayList<>());
        boolean usable = !withoutKey.contains(name)
                && table.columnNames().containsAll(key)
                && key.stream().noneMatch(column -> NO_KEY.matcher(
                                found.get(table.position(column)).type())
                        .matches());
        return usable ? new Table(table.name(), found, key) : table;
    }
}
