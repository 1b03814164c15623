package org.carbonupgrade.internal.database;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.Tenant;

/** Reads the tenants of the old home out of its user manager's database. */
public final class Tenants {

    private static final String TENANTS = "SELECT UM_ID, UM_DOMAIN_NAME, UM_ACTIVE FROM UM_TENANT ORDER BY UM_ID";

    private Tenants() {}

    /** All tenants but the one that is always there, by their ids; none if no database serves the user manager. */
    public static List<Tenant> of(Databases databases, DatabaseCopier copier) {
        List<Tenant> tenants = new ArrayList<>();
        for (DatabasePair pair : databases.pairs()) {
            if (pair.uses().contains(DatabaseUse.USER_MANAGER)) {
                tenants.addAll(copier.query(
                        pair.old(),
                        connection -> Rows.all(
                                connection,
                                TENANTS,
                                row -> new Tenant(row.getInt(1), row.getString(2), row.getBoolean(3)))));
            }
        }
        return tenants;
    }
}
