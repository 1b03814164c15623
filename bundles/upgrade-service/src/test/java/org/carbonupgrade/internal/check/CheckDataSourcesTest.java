package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.carbonupgrade.internal.StockUpgrade;
import org.junit.Test;

/** What is wrong with the data sources of real servers, and with the databases that they lead to, is found before anything is changed. */
public class CheckDataSourcesTest extends CheckedHomes {

    private static final String SOURCES = "repository/conf/datasources/master-datasources.xml";
    private static final String OWN =
            "<datasources-configuration xmlns:s=\"http://org.wso2.securevault/configuration\"><datasources><datasource>"
                    + "<name>OWN</name><definition type=\"RDBMS\"><configuration><url>jdbc:h2:./repository/database/OWN</url>"
                    + "<password s:secretAlias=\"Own\">x</password></configuration></definition></datasource></datasources>"
                    + "</datasources-configuration>";

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
        upgrade.oldHome().replace(SOURCES, "jdbc:h2:./repository/database/WSO2CARBON_DB", "jdbc:derby:x");
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

    @Test
    public void noDataSourceAtAll() throws Exception {
        upgrade.oldHome().file(SOURCES, "<datasources-configuration/>");
        one("DATABASES_NONE", "FAIL The old home has no data source with a database.");
        one("USER_MANAGER_NONE", "FAIL No data source of the old home is the one that users and tenants are in.");
    }

    @Test
    public void aDatabaseThatIsNotThere() throws Exception {
        upgrade.oldHome().replace(SOURCES, "database/WSO2SHARED_DB", "database/NONE");
        List<String> found = upgrade.check("DATABASE_READ");
        assertTrue(found.toString(), found.get(0).startsWith("OK WSO2_CARBON_DB is H2 "));
        assertTrue(found.toString(), found.get(1).startsWith("FAIL There is no "));
    }

    @Test
    public void stagingDatabasesThatAreEmptyAndOnesThatAreNot() throws Exception {
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + upgrade.path("carbon"))
                .plan("staging.WSO2_SHARED_DB.url", "jdbc:h2:" + upgrade.path("shared"));
        upgrade.sql("shared", "CREATE TABLE T(I INT)");
        List<String> found = upgrade.check("STAGING_EMPTY");
        assertTrue(found.toString(), found.get(0).startsWith("OK The staging database of WSO2_CARBON_DB is empty: "));
        assertEquals("FAIL The staging database of WSO2_SHARED_DB holds 1 tables.", found.get(1));
    }

    @Test
    public void theCopyOfAnotherUpgrade() throws Exception {
        upgrade.plan("staging.WSO2_SHARED_DB.url", "jdbc:h2:" + upgrade.path("shared"));
        assertEquals(0, upgrade.command("run", "--until", "copy"));
        assertTrue(upgrade.check("STAGING_EMPTY")
                .get(1)
                .startsWith("OK The staging database of WSO2_SHARED_DB holds the copy of this upgrade: "));
        StockUpgrade other = StockUpgrade.in(directory("other"), "4.4.6", "4.4.7");
        other.plan("staging.WSO2_SHARED_DB.url", "jdbc:h2:" + upgrade.path("shared"));
        List<String> found = other.check("STAGING_EMPTY");
        assertTrue(
                found.toString(),
                found.get(0).startsWith("FAIL The staging database of WSO2_SHARED_DB holds the copy of upgrade "));
    }

    @Test
    public void stagingThatIsTheOldDatabase() throws Exception {
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + upgrade.path("old/repository/database/WSO2CARBON_DB"));
        assertTrue(upgrade.check("STAGING_IS_OLD").get(0).startsWith("FAIL Staging and old database are the same: "));
    }

    @Test
    public void stagingThatCannotBeWrittenTo() throws Exception {
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:/proc/sys/none/X");
        one("STAGING_RIGHTS", "FAIL The staging database can't be written to: we may not write to /proc/sys.");
    }

    @Test
    public void stagingOfAnotherTypeOrNowhere() throws Exception {
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:postgresql://127.0.0.1:1/x");
        one("STAGING_TYPE", "FAIL The old database is H2, the staging database PostgreSQL.");
        upgrade.plan("staging.WSO2_CARBON_DB.url", null);
        upgrade.oldHome()
                .replace(SOURCES, "jdbc:h2:./repository/database/WSO2CARBON_DB", "jdbc:h2:" + upgrade.path("x"));
        assertTrue(upgrade.check("STAGING_MISSING").get(0).contains("(staging.WSO2_CARBON_DB.url)"));
    }

    @Test
    public void twoStagingDatabasesForOne() throws Exception {
        upgrade.oldHome().replace(SOURCES, "database/WSO2SHARED_DB", "database/WSO2CARBON_DB");
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + upgrade.path("a"))
                .plan("staging.WSO2_SHARED_DB.url", "jdbc:h2:" + upgrade.path("b"));
        assertTrue(upgrade.check("PLAN_STAGING_TWICE").get(0).endsWith(": WSO2_CARBON_DB, WSO2_SHARED_DB."));
    }

    @Test
    public void valuesThatOnlyTheServerKnows() throws Exception {
        upgrade.oldHome()
                .replace(SOURCES, "jdbc:h2:./repository/database/WSO2CARBON_DB", "jdbc:h2:${some.place}/X")
                .file("repository/conf/datasources/own-datasources.xml", OWN);
        assertTrue(upgrade.check("PLACEHOLDER").get(0).contains("some.place"));
        assertTrue(upgrade.findings("check", "SECRET_IN_VAULT").get(0).contains("old.OWN.password"));
    }

    @Test
    public void aUserStoreWithoutADomain() throws Exception {
        upgrade.oldHome().file("repository/deployment/server/userstores/HR.xml", "<UserStoreManager class=\"x\"/>");
        one("USER_STORE_UNREADABLE", "FAIL The user store has no property DomainName.");
    }
}
