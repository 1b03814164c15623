package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The encrypted passwords of the key stores that tenants keep in the registry. Read from its tables: the registry's own services
 * write rows for a tenant that they had not loaded before (seen).
 */
public final class KeyStorePasswords {

    private static final String TABLE = "REG_RESOURCE_PROPERTY";
    private static final String KEY_STORES = "%/repository/security/key-stores";
    private static final String PASSWORD = "password";
    private static final String QUERY =
            "SELECT R.REG_TENANT_ID, P.REG_PATH_VALUE, R.REG_NAME, V.REG_VALUE FROM REG_RESOURCE R"
                    + " JOIN REG_PATH P ON P.REG_PATH_ID = R.REG_PATH_ID AND P.REG_TENANT_ID = R.REG_TENANT_ID"
                    + " JOIN REG_RESOURCE_PROPERTY RP ON RP.REG_VERSION = R.REG_VERSION AND RP.REG_TENANT_ID = R.REG_TENANT_ID"
                    + " JOIN REG_PROPERTY V ON V.REG_ID = RP.REG_PROPERTY_ID AND V.REG_TENANT_ID = RP.REG_TENANT_ID"
                    + " WHERE V.REG_NAME = ? AND P.REG_PATH_VALUE LIKE ? ORDER BY R.REG_TENANT_ID, R.REG_NAME";

    private KeyStorePasswords() {}

    /** What is kept for each key store, by its name for people; unmodifiable. */
    public static Map<String, String> in(Collection<Database> databases) throws SQLException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Database database : databases) {
            passwords.putAll(database.inTransaction(KeyStorePasswords::in));
        }
        return Collections.unmodifiableMap(passwords);
    }

    private static Map<String, String> in(Connection connection) throws SQLException {
        Map<String, String> passwords = new LinkedHashMap<>();
        if (!CarbonTables.has(connection, TABLE)) {
            return passwords;
        }
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, PASSWORD);
            query.setString(2, KEY_STORES);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    passwords.put(
                            row.getString(2) + "/" + row.getString(3) + " of tenant " + row.getInt(1),
                            row.getString(4));
                }
            }
        }
        return passwords;
    }
}
