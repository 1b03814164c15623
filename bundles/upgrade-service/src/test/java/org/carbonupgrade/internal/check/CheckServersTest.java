package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.internal.ServerDatabases;
import org.carbonupgrade.internal.StockUpgrade;
import org.carbonupgrade.internal.path.OldScripts;
import org.carbonupgrade.itests.databases.LocalServer;
import org.carbonupgrade.itests.databases.MariaDbServer;
import org.carbonupgrade.itests.databases.PostgresServer;
import org.junit.AfterClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is wrong with databases on real servers is found before anything is changed. */
public class CheckServersTest {

    private static LocalServer postgresql;
    private static LocalServer mariaDb;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private StockUpgrade upgrade;

    @AfterClass
    public static void stop() {
        for (LocalServer server : new LocalServer[] {postgresql, mariaDb}) {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    public void findsNothingWrongOnPostgresql() throws Exception {
        onPostgresql();
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
        assertEquals(2, upgrade.findings("check", "DATABASE_SESSIONS").size());
        assertTrue(upgrade.findings("check", "SERVERS_DIFFER").stream().allMatch(each -> each.startsWith("OK ")));
    }

    @Test
    public void aServerThatIsStillConnected() throws Exception {
        ServerDatabases databases = onPostgresql();
        databases.run(
                "old_carbon",
                "INSERT INTO REG_LOG(REG_PATH, REG_USER_ID, REG_LOGGED_TIME, REG_ACTION, REG_TENANT_ID)"
                        + " VALUES('/', 'u', now(), 1, 0)");
        try (Connection other = databases.connect("old_carbon");
                Connection idle = databases.connect("old_shared")) {
            assertTrue(other.isValid(1) && idle.isValid(1));
            List<String> found = upgrade.check("DATABASE_SESSIONS");
            assertTrue(
                    found.toString(),
                    found.get(0)
                            .equals("FAIL Others are connected to the old database: 1 of postgres from 127.0.0.1."));
            assertTrue(found.toString(), found.get(1).startsWith("FAIL "));
            List<String> activity = upgrade.findings("check", "RECENT_ACTIVITY");
            assertTrue(
                    activity.toString(),
                    activity.get(0).startsWith("WARN ") && activity.get(0).contains("changed 1 times"));
            assertTrue(activity.toString(), activity.get(1).startsWith("OK "));
        }
        assertTrue(upgrade.check("RECENT_ACTIVITY").get(0).startsWith("OK "));
    }

    @Test
    public void aTypeThatTheOperatorKnowsToBeNoLongerSupported() throws Exception {
        onPostgresql();
        Files.write(upgrade.path("4.4.6-4.4.7.txt"), Arrays.asList("removed | postgresql"));
        upgrade.plan("path.files", "4.4.6-4.4.7.txt");
        assertEquals(2, upgrade.check("DATABASE_TYPE_REMOVED").size());
    }

    @Test
    public void aMonitorThatIsConnected() throws Exception {
        ServerDatabases databases = onPostgresql();
        databases.admin("CREATE ROLE monitor LOGIN PASSWORD 'm'");
        try (Connection other = DriverManager.getConnection(databases.url("old_carbon"), "monitor", "m")) {
            assertTrue(other.isValid(1));
            List<String> found = upgrade.check("DATABASE_SESSIONS");
            assertTrue(
                    found.toString(),
                    found.get(0).startsWith("WARN ") && found.get(0).contains("1 of monitor"));
        }
    }

    @Test
    public void aStagingDatabaseOfAnotherEncoding() throws Exception {
        ServerDatabases databases = onPostgresql();
        databases.make("staging_carbon", "ENCODING 'LATIN1' TEMPLATE template0");
        assertTrue(upgrade.check("SERVERS_DIFFER")
                .contains("FAIL The encoding of the old database is UTF8, that of the staging database LATIN1."));
    }

    @Test
    public void aUserWhoMayNotMakeTables() throws Exception {
        ServerDatabases databases = onPostgresql();
        databases.admin("CREATE ROLE reader LOGIN PASSWORD 'r'");
        databases.run("staging_carbon", "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        upgrade.plan("staging.WSO2_CARBON_DB.username", "reader").plan("staging.WSO2_CARBON_DB.password", "r");
        assertEquals(
                "[FAIL The staging database can't be written to: its user lacks CREATE on the schema.]",
                upgrade.check("STAGING_RIGHTS").toString());
    }

    @Test
    public void mountsInTheDatabaseOfTheLocalRegistry() throws Exception {
        ServerDatabases databases = onPostgresql();
        upgrade.oldHome()
                .replace(
                        "repository/conf/datasources/master-datasources.xml",
                        databases.url("old_shared"),
                        databases.url("old_carbon"));
        upgrade.plan("staging.WSO2_SHARED_DB.url", databases.url("staging_carbon"));
        List<String> found = upgrade.check("MOUNTS_IN_ONE_DATABASE");
        assertEquals(found.toString(), 1, found.size());
        assertTrue(found.toString(), found.get(0).startsWith("FAIL "));
        assertTrue(upgrade.findings("check", "DATABASE_USERS").get(0).contains("are one database"));
    }

    @Test
    public void onMariaDbADriverThatTheServerRefuses() throws Exception {
        onMariaDb();
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
        assertEquals("[]", upgrade.findings("check", "DRIVER_REFUSED").toString());
        upgrade.driver(org.mariadb.jdbc.Driver.class);
        String file = "repository/conf/datasources/master-datasources.xml";
        upgrade.oldHome().replace(file, "com.mysql.jdbc.Driver", "org.mariadb.jdbc.Driver");
        List<String> found = upgrade.check("DRIVER_REFUSED");
        assertEquals(found.toString(), 2, found.size());
        assertTrue(
                found.get(0),
                found.get(0)
                        .startsWith(
                                "FAIL The server does not start with this driver: \"Unsupported database: MariaDB\""));
    }

    @Test
    public void onMariaDbSessionsRightsAndCharacterSets() throws Exception {
        ServerDatabases databases = onMariaDb();
        databases.admin(
                "CREATE USER reader IDENTIFIED BY 'r'",
                "GRANT SELECT, INSERT ON " + databases.name("staging_shared") + ".* TO reader");
        upgrade.plan("staging.WSO2_SHARED_DB.username", "reader").plan("staging.WSO2_SHARED_DB.password", "r");
        databases.make("staging_carbon", "CHARACTER SET utf8");
        try (Connection other = databases.connect("old_shared")) {
            assertTrue(other.isValid(1));
            List<String> found = upgrade.check("DATABASE_SESSIONS");
            assertTrue(found.toString(), found.get(0).startsWith("OK "));
            assertTrue(found.toString(), found.get(1).contains("1 of " + mariaDb.admin() + " from 127.0.0.1"));
        }
        assertEquals(
                "[FAIL The staging database can't be written to: its user lacks UPDATE, its user lacks DELETE, its user lacks"
                        + " CREATE, its user lacks DROP, its user lacks ALTER, its user lacks INDEX, its user lacks REFERENCES.]",
                upgrade.findings("check", "STAGING_RIGHTS").toString());
        assertTrue(upgrade.findings("check", "SERVERS_DIFFER").stream()
                .anyMatch(
                        each -> each.startsWith("WARN The character set of the old database is latin1, that of the")));
    }

    @Test
    public void onMariaDbAServerThatWritesNamesOtherwise() throws Exception {
        onMariaDb();
        try (LocalServer server = MariaDbServer.start("--lower-case-table-names=1")) {
            ServerDatabases other = new ServerDatabases(server);
            other.make("staging_carbon", "CHARACTER SET latin1");
            upgrade.plan("staging.WSO2_CARBON_DB.url", other.url("staging_carbon"));
            assertTrue(
                    upgrade.check("SERVERS_DIFFER").toString(),
                    upgrade.check("SERVERS_DIFFER")
                            .contains("FAIL The lower_case_table_names of the old database is 0, that of the staging"
                                    + " database 1."));
        }
    }

    @Test
    public void onMariaDbServersOfOtherVersions() throws Exception {
        ServerDatabases databases = onMariaDb();
        try (LocalServer server = MariaDbServer.start("--version=5.5.1-MariaDB")) {
            ServerDatabases older = new ServerDatabases(server);
            older.make("staging_carbon", "CHARACTER SET latin1");
            older.make("old_shared", "CHARACTER SET latin1");
            upgrade.plan("staging.WSO2_CARBON_DB.url", older.url("staging_carbon"));
            upgrade.oldHome()
                    .replace(
                            "repository/conf/datasources/master-datasources.xml",
                            databases.url("old_shared"),
                            older.url("old_shared"));
            assertEquals(
                    "[FAIL The old database's server is of version 10.11.5-MariaDB, the staging database's of version"
                            + " 5.5.1-MariaDB., WARN The old database's server is of version 5.5.1-MariaDB, the staging"
                            + " database's of version 10.11.5-MariaDB.]",
                    upgrade.check("SERVERS_DIFFER").toString());
        }
    }

    @Test
    public void stagingThatTakesNoWrites() throws Exception {
        ServerDatabases databases = onPostgresql();
        databases.admin(
                "ALTER DATABASE " + databases.name("staging_carbon") + " SET default_transaction_read_only = on");
        assertEquals(
                "[FAIL The staging database can't be written to: its transactions are read-only unless told otherwise.]",
                upgrade.check("STAGING_RIGHTS").toString());
    }

    @Test
    public void onMariaDbStagingThatTakesNoWrites() throws Exception {
        ServerDatabases databases = onMariaDb();
        databases.admin("SET GLOBAL read_only = 1");
        try {
            String readOnly = "FAIL The staging database can't be written to: its server is read-only.";
            assertEquals(Arrays.asList(readOnly, readOnly), upgrade.check("STAGING_RIGHTS"));
        } finally {
            databases.admin("SET GLOBAL read_only = 0");
        }
    }

    @Test
    public void aServerThatDoesNotTellItsUserEverything() throws Exception {
        ServerDatabases databases = onPostgresql();
        databases.admin("CREATE ROLE blind LOGIN PASSWORD '" + LocalServer.PASSWORD + "'");
        databases.run("old_carbon", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO blind");
        databases.run("old_carbon", "REVOKE ALL ON pg_catalog.pg_stat_activity FROM PUBLIC");
        upgrade.oldHome()
                .replace(
                        "repository/conf/datasources/master-datasources.xml",
                        "<username>" + postgresql.admin(),
                        "<username>blind");
        List<String> found = upgrade.check("DATABASE_SESSIONS");
        assertTrue(
                found.toString(),
                found.get(0).startsWith("WARN Who else is connected to the old database can't be told: "));
        assertTrue(found.toString(), found.get(1).startsWith("OK "));
        assertEquals(
                "judged to the end",
                1,
                upgrade.findings("check", "VANILLA_PACK").size());
    }

    private ServerDatabases onPostgresql() throws Exception {
        if (postgresql == null) {
            postgresql = PostgresServer.start();
        }
        return on(postgresql, "postgresql", "");
    }

    private ServerDatabases onMariaDb() throws Exception {
        if (mariaDb == null) {
            mariaDb = MariaDbServer.start();
        }
        return on(mariaDb, "mysql", "CHARACTER SET latin1");
    }

    private ServerDatabases on(LocalServer server, String type, String options) throws Exception {
        upgrade = StockUpgrade.in(folder.getRoot().toPath(), "4.4.6", "4.4.7");
        ServerDatabases databases = new ServerDatabases(server).usedBy(upgrade);
        for (String old : new String[] {"old_carbon", "old_shared"}) {
            databases.make(old, options);
            databases.run(old, OldScripts.newScript(type));
        }
        return databases;
    }
}
