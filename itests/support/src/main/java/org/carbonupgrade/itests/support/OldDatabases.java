package org.carbonupgrade.itests.support;

import java.util.List;

/** Where an {@link OldHome} has its databases: three, as production has them. */
public abstract class OldDatabases {

    /** H2 files below the home, as Carbon comes. */
    public static final OldDatabases EMBEDDED = new EmbeddedDatabases();

    /** Makes them, empty but for Carbon's tables, and what the home needs to reach them. */
    abstract void make(OldHome home);

    abstract DataSource carbon();

    abstract DataSource users();

    abstract DataSource registry();

    final List<DataSource> all() {
        return List.of(carbon(), users(), registry());
    }

    static DataSource carbon(String url, String driver, String username) {
        return new DataSource(
                "WSO2_CARBON_DB", "The local registry", "jdbc/WSO2CarbonDB", url, driver, username, "local#7Kd", false);
    }

    static DataSource users(String url, String driver, String username) {
        return new DataSource(
                "WSO2UM_DB",
                "Users, roles, permissions, tenants",
                "jdbc/WSO2UM_DB",
                url,
                driver,
                username,
                "users#2Xp",
                true);
    }

    static DataSource registry(String url, String driver, String username) {
        return new DataSource(
                "WSO2REG_DB", "Mounted registry spaces", "jdbc/WSO2REG_DB", url, driver, username, "mounted#9Qz", true);
    }
}
