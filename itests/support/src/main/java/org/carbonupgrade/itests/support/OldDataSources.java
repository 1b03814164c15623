package org.carbonupgrade.itests.support;

import java.util.List;

/** The data sources of an {@link OldHome}: three databases, as production has them, here H2 files below the home. */
final class OldDataSources {

    static final DataSource CARBON =
            h2("WSO2_CARBON_DB", "jdbc/WSO2CarbonDB", "WSO2CARBON_DB", "The local registry", "local#7Kd", false);
    static final DataSource USERS =
            h2("WSO2UM_DB", "jdbc/WSO2UM_DB", "WSO2UM_DB", "Users, roles, permissions, tenants", "users#2Xp", true);
    static final DataSource REGISTRY =
            h2("WSO2REG_DB", "jdbc/WSO2REG_DB", "WSO2REG_DB", "Mounted registry spaces", "mounted#9Qz", true);

    static final List<DataSource> ALL = List.of(CARBON, USERS, REGISTRY);

    private OldDataSources() {}

    private static DataSource h2(
            String name, String jndiName, String file, String description, String password, boolean autoCommit) {
        String url = "jdbc:h2:./repository/database/" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
        return new DataSource(name, description, jndiName, url, "org.h2.Driver", "wso2carbon", password, autoCommit);
    }
}
