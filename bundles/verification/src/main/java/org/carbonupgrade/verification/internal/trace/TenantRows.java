package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows that belong to a tenant, in all tables of Carbon that have tenants' rows. */
public final class TenantRows {

    private final Collection<Database> databases;

    public TenantRows(Collection<Database> databases) {
        this.databases = databases;
    }

    /** Where there are rows of a tenant, as {@code data source table}; its row of {@code UM_TENANT} is not counted. */
    public List<String> tablesWith(int tenantId) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Database database : databases) {
            database.inTransaction(connection -> {
                for (TenantColumn column : columns(connection)) {
                    if (column.holds(connection, tenantId)) {
                        found.add(database.name() + " " + column.table);
                    }
                }
                return null;
            });
        }
        return found;
    }

    /**
     * Deletes all rows of a tenant. A table whose rows others still refer to is tried again after those: the order of
     * foreign keys differs between Carbon's versions, and products add tables.
     */
    public void delete(int tenantId) throws SQLException {
        for (Database database : databases) {
            List<TenantColumn> left = database.inTransaction(TenantRows::columns);
            while (!left.isEmpty()) {
                List<TenantColumn> again = new ArrayList<>();
                SQLException refused = null;
                for (TenantColumn column : left) {
                    try {
                        database.inTransaction(connection -> column.delete(connection, tenantId));
                    } catch (SQLException e) {
                        if (!isStillReferredTo(e)) {
                            throw e;
                        }
                        refused = e;
                        again.add(column);
                    }
                }
                if (again.size() == left.size()) {
                    throw refused;
                }
                left = again;
            }
        }
    }

    private static boolean isStillReferredTo(SQLException failure) {
        return failure instanceof SQLIntegrityConstraintViolationException
                || failure.getSQLState() != null && failure.getSQLState().startsWith("23");
    }

    private static List<TenantColumn> columns(Connection connection) throws SQLException {
        List<TenantColumn> columns = new ArrayList<>();
        for (String table : CarbonTables.in(connection)) {
            for (String column : CarbonTables.tenantColumns(connection, table)) {
                columns.add(new TenantColumn(table, column));
            }
        }
        return columns;
    }

    private static final class TenantColumn {

        private final String table;
        private final String column;

        TenantColumn(String table, String column) {
            this.table = table;
            this.column = column;
        }

        boolean holds(Connection connection, int tenantId) throws SQLException {
            try (PreparedStatement select = prepare(connection, "SELECT 1", tenantId);
                    ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }

        int delete(Connection connection, int tenantId) throws SQLException {
            try (PreparedStatement delete = prepare(connection, "DELETE", tenantId)) {
                return delete.executeUpdate();
            }
        }

        private PreparedStatement prepare(Connection connection, String what, int tenantId) throws SQLException {
            PreparedStatement statement =
                    connection.prepareStatement(what + " FROM " + CarbonTables.quoted(connection, table) + " WHERE "
                            + CarbonTables.quoted(connection, column) + " = ?");
            statement.setInt(1, tenantId);
            return statement;
        }
    }
}
