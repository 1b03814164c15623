package org.carbonupgrade.internal.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiConsumer;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.Tenant;

/** Reads the realms of tenants, which are XML in the user manager's database. */
public final class TenantRealms {

    private static final String CONFIGURATION = "UM_USER_CONFIG";
    private static final int FETCHED = 100;

    private TenantRealms() {}

    /** Gives the realm of each tenant that has one; none of a database whose tenants have no such column. */
    public static void read(Databases databases, DatabaseCopier copier, BiConsumer<Tenant, byte[]> found) {
        for (DatabasePair pair : databases.pairs()) {
            if (pair.uses().contains(DatabaseUse.USER_MANAGER)) {
                copier.query(pair.old(), connection -> read(connection, found));
            }
        }
    }

    private static Void read(Connection connection, BiConsumer<Tenant, byte[]> found) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM UM_TENANT")) {
                boolean configured = has(rows.getMetaData(), CONFIGURATION);
                while (configured && rows.next()) {
                    byte[] realm = rows.getBytes(CONFIGURATION);
                    if (realm != null && realm.length > 0) {
                        found.accept(new Tenant(rows.getInt("UM_ID"), rows.getString("UM_DOMAIN_NAME"), true), realm);
                    }
                }
            }
        }
        return null;
    }

    private static boolean has(ResultSetMetaData columns, String name) throws SQLException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnName(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
