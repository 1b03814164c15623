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
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table.sql())) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
        }
        return counts;
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
