package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.TableSize;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** How large tables are, as the server's statistics have it. */
final class MysqlSizes {

    private static final TableSize UNKNOWN = new TableSize(0, 0, 0);

    private MysqlSizes() {}

    static Map<Table, TableSize> of(Connection connection, List<Table> tables) throws SQLException {
        Map<String, TableSize> known = new HashMap<>();
        Jdbc.each(
                connection,
                "SELECT TABLE_NAME, TABLE_ROWS, DATA_LENGTH FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = DATABASE()",
                row -> known.put(row.getString(1), new TableSize(row.getLong(2), row.getLong(3), 0)));
        Map<Table, TableSize> sizes = new LinkedHashMap<>();
        tables.forEach(table -> sizes.put(table, known.getOrDefault(table.name().last(), UNKNOWN)));
        return sizes;
    }
}
