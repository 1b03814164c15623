package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** How many rows tables have: for the order of the work, and for people who wait for its end. */
public final class RowCounts {

    private RowCounts() {}

    /** Table by table. */
    public static Map<Table, Long> each(Connection connection, List<Table> tables) throws SQLException {
        Map<Table, Long> counts = new LinkedHashMap<>();
        for (Table table : tables) {
            counts.put(table, of(connection, table));
        }
        return counts;
    }

    /** Of one table. */
    public static long of(Connection connection, Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table.rowsSql())) {
            count.next();
            return count.getLong(1);
        }
    }

    /** All together. */
    public static long of(OpenDatabase database, List<Table> tables) throws SQLException {
        try (Connection connection = database.connect()) {
            return each(connection, tables).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
