package org.carbonupgrade.verification.internal.trace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Counts the rows that each tenant has in a table. */
public final class RowsByTenant {

    private RowsByTenant() {}

    /**
     * How many rows each tenant has, by its id; a tenant that has none is not there.
     *
     * @param table a table of users, with a column {@code UM_TENANT_ID}; its name stands in the query as it is
     */
    public static Map<Integer, Long> of(Database database, String table) throws SQLException {
        return database.inTransaction(connection -> {
            Map<Integer, Long> rows = new HashMap<>();
            try (PreparedStatement count = connection.prepareStatement(
                            "SELECT UM_TENANT_ID, COUNT(*) FROM " + table + " GROUP BY UM_TENANT_ID");
                    ResultSet row = count.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getInt(1), row.getLong(2));
                }
            }
            return rows;
        });
    }
}
