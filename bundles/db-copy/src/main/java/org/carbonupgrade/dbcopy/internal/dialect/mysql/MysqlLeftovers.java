package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** The statements that empty a schema. */
final class MysqlLeftovers {

    private MysqlLeftovers() {}

    static List<String> drops(Connection connection) throws SQLException {
        List<String> drops = new ArrayList<>();
        String marker = null;
        for (String[] table : Jdbc.all(
                connection,
                "SELECT TABLE_TYPE, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE()",
                row -> new String[] {row.getString(1), row.getString(2)})) {
            String type = table[0].equals("VIEW") || table[0].equals("SEQUENCE") ? table[0] : "TABLE";
            if (table[1].equalsIgnoreCase(MarkerTable.NAME)) {
                marker = table[1];
            } else {
                drops.add("DROP " + type + " " + ObjectName.quote(table[1]));
            }
        }
        drops.addAll(Jdbc.all(
                connection,
                "SELECT ROUTINE_TYPE, ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()",
                row -> "DROP " + row.getString(1) + " " + ObjectName.quote(row.getString(2))));
        drops.addAll(Jdbc.all(
                connection,
                "SELECT EVENT_NAME FROM INFORMATION_SCHEMA.EVENTS WHERE EVENT_SCHEMA = DATABASE()",
                row -> "DROP EVENT " + ObjectName.quote(row.getString(1))));
        if (marker != null) {
            drops.add("DROP TABLE " + ObjectName.quote(marker));
        }
        return drops;
    }
}
