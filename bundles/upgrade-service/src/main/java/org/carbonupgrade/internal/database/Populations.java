package org.carbonupgrade.internal.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.home.DatabaseUse;

/** How many users and roles the tenants of the old home have. */
public final class Populations {

    private static final List<String> TABLES =
            Collections.unmodifiableList(Arrays.asList("UM_USER", "UM_ROLE", "UM_HYBRID_ROLE"));

    private Populations() {}

    /** The rows of one tenant in one table. Immutable. */
    public static final class Count {

        private final int tenantId;
        private final long rows;

        Count(ResultSet row) throws SQLException {
            this.tenantId = row.getInt(1);
            this.rows = row.getLong(2);
        }

        public int tenantId() {
            return tenantId;
        }

        public long rows() {
            return rows;
        }
    }

    /** The counts of each table, in the order of tenants; none if no database serves the user manager. */
    public static Map<String, List<Count>> of(Databases databases, DatabaseCopier copier) {
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        for (DatabasePair pair : databases.pairs()) {
            if (pair.uses().contains(DatabaseUse.USER_MANAGER)) {
                counts.putAll(copier.query(pair.old(), Populations::count));
            }
        }
        return counts;
    }

    private static Map<String, List<Count>> count(Connection connection) throws SQLException {
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        for (String table : TABLES) {
            if (!isByTenant(table, connection)) {
                continue;
            }
            counts.put(
                    table,
                    Rows.all(
                            connection,
                            "SELECT UM_TENANT_ID, COUNT(*) FROM " + table
                                    + " GROUP BY UM_TENANT_ID ORDER BY UM_TENANT_ID",
                            Count::new));
        }
        return counts;
    }

    /** Whether a table is there and tells its tenants apart; every Carbon's does. */
    private static boolean isByTenant(String table, Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        UnaryOperator<String> spelled = name -> name;
        if (meta.storesLowerCaseIdentifiers()) {
            spelled = name -> name.toLowerCase(Locale.ROOT);
        }
        try (ResultSet column =
                meta.getColumns(connection.getCatalog(), null, spelled.apply(table), spelled.apply("UM_TENANT_ID"))) {
            return column.next();
        }
    }
}
