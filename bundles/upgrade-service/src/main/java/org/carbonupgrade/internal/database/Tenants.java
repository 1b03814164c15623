package org.carbonupgrade.internal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.Tenant;

/** Reads the tenants of the old home out of its user manager's database. */
public final class Tenants {

    private Tenants() {}

    /** All tenants but the one that is always there, by their ids; none if no database serves the user manager. */
    public static List<Tenant> of(Databases databases, DatabaseCopier copier) {
        List<Tenant> tenants = new ArrayList<>();
        for (DatabasePair pair : databases.pairs()) {
            if (pair.uses().contains(DatabaseUse.USER_MANAGER)) {
                tenants.addAll(copier.query(pair.old(), connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery(
                                    "SELECT UM_ID, UM_DOMAIN_NAME, UM_ACTIVE FROM UM_TENANT ORDER BY UM_ID")) {
                        return read(rows);
                    }
                }));
            }
        }
        return tenants;
    }

    private static List<Tenant> read(ResultSet rows) throws SQLException {
        List<Tenant> tenants = new ArrayList<>();
        while (rows.next()) {
            tenants.add(new Tenant(rows.getInt(1), rows.getString(2), rows.getBoolean(3)));
        }
        return tenants;
    }
}
