package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.Test;

/** What is wrong with the data sources of real servers, and with the databases that they lead to, is found before anything is changed. */
public class CheckDataSourcesTest extends CheckedHomes {

    @Test
    public void aDataSourceThatNobodyDefines() throws Exception {
        upgrade.oldHome().replace("repository/conf/user-mgt.xml", "jdbc/SHARED_DB", "jdbc/USERS");
        one("DATA_SOURCE_UNDEFINED", "FAIL No data source is called jdbc/USERS; it is used by user-mgt.xml.");
    }

    @Test
    public void aDatabaseThatNoDataSourceStandsFor() throws Exception {
        upgrade.oldHome()
                .replace(
                        "repository/conf/registry.xml",
                        "<dbConfig name=\"wso2registry\">",
                        "<dbConfig name=\"extra\"><url>jdbc:h2:./x</url></dbConfig><dbConfig name=\"wso2registry\">");
        one(
                "DATABASE_WITHOUT_SOURCE",
                "FAIL A database is named by its own URL, not as a data source, in the registry (extra).");
    }

    @Test
    public void aTenantWhoseRealmNamesADataSourceOfItsOwn() throws Exception {
        upgrade.sql(
                "old/repository/database/WSO2SHARED_DB",
                "INSERT INTO UM_TENANT(UM_ID, UM_DOMAIN_NAME, UM_CREATED_DATE, UM_USER_CONFIG) VALUES(1, 'a.example', NOW(),"
                        + " STRINGTOUTF8('<Realm><Configuration><Property name=\"dataSource\">jdbc/TENANT</Property>"
                        + "</Configuration></Realm>'))");
        one("DATA_SOURCE_UNDEFINED", "FAIL No data source is called jdbc/TENANT; it is used by the tenant a.example.");
    }

    @Test
    public void aTypeOfDatabaseThatIsNoLongerSupported() throws Exception {
        String file = "repository/conf/datasources/master-datasources.xml";
        upgrade.oldHome().replace(file, "jdbc:h2:./repository/database/WSO2CARBON_DB", "jdbc:derby:x");
        one(
                "DATABASE_TYPE_REMOVED",
                "FAIL The database is of the type derby, which version 4.4.7 does not support any more.");
    }

    @Test
    public void aTypeThatTheNewVersionHasNoScriptFor() throws Exception {
        Files.delete(upgrade.newHome().path("dbscripts/h2.sql"));
        one("SCRIPT_MISSING", "FAIL The new version has no create script for h2.");
    }

    @Test
    public void rowsThatTheNewSchemaForbids() throws Exception {
        String script = upgrade.newHome().text("dbscripts/h2.sql");
        upgrade.newHome()
                .file(
                        "dbscripts/h2.sql",
                        script
                                + "CREATE UNIQUE INDEX ONCE ON REG_TAG(REG_TAG_NAME, REG_TENANT_ID);\n"
                                + "ALTER TABLE REG_LOG ADD X INT;\nCREATE UNIQUE INDEX LATER ON REG_LOG(X);\n"
                                + "CREATE UNIQUE INDEX HELD ON REG_PATH(REG_PATH_ID, REG_TENANT_ID, REG_PATH_VALUE);\n");
        for (int i = 1; i <= 3; i++) {
            upgrade.sql(
                    "old/repository/database/WSO2CARBON_DB",
                    "INSERT INTO REG_TAG VALUES(" + i + ", '" + (i < 3 ? "same" : "other") + "', 'u', NOW(), -1234)");
        }
        assertEquals(
                "[FAIL The new version has a key on REG_TAG(REG_TAG_NAME, REG_TENANT_ID) that the old one has not; 1 values of"
                        + " it stand in more than one row., OK The new version has a key on REG_TAG(REG_TAG_NAME,"
                        + " REG_TENANT_ID) that the old one has not; 0 values of it stand in more than one row.]",
                upgrade.check("DUPLICATE_ROWS").toString());
    }

    @Test
    public void anOldDatabaseThatIsOpen() throws Exception {
        try (Connection open = DriverManager.getConnection(
                "jdbc:h2:" + upgrade.path("old/repository/database/WSO2CARBON_DB"), "wso2carbon", "wso2carbon")) {
            assertTrue(open.isValid(1));
            assertTrue(
                    upgrade.check("DB_IN_USE").toString(),
                    upgrade.check("DB_IN_USE").get(0).startsWith("FAIL "));
        }
    }

    @Test
    public void aNewHomeThatSomebodyHasWorkedWith() throws Exception {
        upgrade.sql(
                "new/repository/database/WSO2SHARED_DB",
                "INSERT INTO UM_USER(UM_USER_NAME, UM_USER_PASSWORD, UM_CHANGED_TIME) VALUES('u', 'p', NOW())");
        assertTrue(
                upgrade.check("SHIPPED_DATABASE").toString(),
                upgrade.check("SHIPPED_DATABASE").get(1).startsWith("WARN "));
    }
}
