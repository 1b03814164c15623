package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.path.OldScripts;
import org.carbonupgrade.internal.path.UpgradePath;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An embedded database of 4.4.6 becomes one of 4.4.7, and is then like one that was made new. */
public class SchemaUpgradeTest {

    private static final String DATABASE = "/repository/database/WSO2SHARED_DB";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private StockUpgrade upgrade;

    @Before
    public void makeAnOldDatabase() throws Exception {
        upgrade = StockUpgrade.in(folder.getRoot().toPath(), "4.4.6", "4.4.7");
        UpgradePath path = OldScripts.path();
        for (String name : new String[] {"WSO2SHARED_DB", "WSO2CARBON_DB"}) {
            String database = "old/repository/database/" + name;
            upgrade.sql(database, "DROP ALL OBJECTS");
            run(database, OldScripts.oldScript(path, "h2"));
        }
        for (String step : new String[] {"check", "backup", "copy", "compare"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
    }

    @Test
    public void namesTheRenamedIndexesAndNothingElse() throws Exception {
        assertEquals(upgrade.output(), 0, upgrade.command("schema"));
        List<String> findings = upgrade.findings("schema", "SCHEMA_DRIFT");
        assertEquals(findings.toString(), 4, findings.size());
        for (String finding : findings) {
            assertTrue(finding, finding.startsWith("WARN ") && finding.contains("as is known of the step 4.4.6-4.4.7"));
            assertTrue(finding, finding.contains(" SQL: ALTER INDEX "));
        }
        assertEquals(2, count(findings, "REG_LOG_IND_BY_REG_LOGGED_TIME"));
        assertEquals(2, count(findings, "REG_RESOURCE_IND_BY_TENANT_UUID"));
    }

    @Test
    public void isThenLikeAFreshOne() throws Exception {
        run("fresh", OldScripts.newScript("h2"));
        List<String> fresh = catalogue("fresh");
        assertFalse(fresh.equals(catalogue("new" + DATABASE)));

        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));

        assertEquals(fresh, catalogue("new" + DATABASE));
        assertEquals(
                upgrade.findings("schema", "SCHEMA_DRIFT").toString(),
                0,
                upgrade.findings("schema", "SCHEMA_DRIFT").size());
        String journal = upgrade.newHome().text("repository/upgrade/journal.jsonl");
        assertEquals(4, journal.split("SQL_RUN", -1).length - 1);
        assertEquals("nothing is done twice", 0, upgrade.command("schema", "--apply"));
        assertEquals(
                journal.split("SQL_RUN", -1).length,
                upgrade.newHome().text("repository/upgrade/journal.jsonl").split("SQL_RUN", -1).length);
    }

    @Test
    public void listsWhatIsTheCustomersOwn() throws Exception {
        upgrade.sql(
                "new" + DATABASE, "CREATE TABLE CUSTOMER_NOTES(ID INT)", "CREATE INDEX MINE ON UM_USER(UM_TENANT_ID)");
        assertEquals(upgrade.output(), 0, upgrade.command("schema"));
        JsonObject shared = database("WSO2_SHARED_DB");
        assertEquals(
                "[\"PUBLIC.CUSTOMER_NOTES\",\"PUBLIC.MINE\"]",
                shared.get("extra").toString());
        assertFalse(database("WSO2_CARBON_DB").has("extra"));
    }

    @Test
    public void holdsTheTablesOfAComponentAgainstItsOwnScript() throws Exception {
        upgrade.newHome()
                .file("dbscripts/identity/h2.sql", "CREATE TABLE IDN_A(ID INT);\nCREATE TABLE IDN_B(ID INT, V INT);\n")
                .file("dbscripts/apimgt/h2.sql", "CREATE TABLE AM_A(ID INT);\nCREATE TABLE AM_B(ID INT);\n")
                .file("dbscripts/odd/h2.sql", "CREATE TABLE ODD(ID INT) IN SPACE;\n")
                .file("dbscripts/away/h2.sql", "SET SCHEMA OTHER;\nCREATE TABLE ODD(ID INT);\n");
        upgrade.sql(
                "new" + DATABASE,
                "CREATE TABLE IDN_A(ID INT)",
                "CREATE TABLE IDN_B(ID INT)",
                "CREATE TABLE ODD(ID INT)");
        assertEquals(upgrade.output(), 1, upgrade.command("schema"));
        List<String> failed = upgrade.findings("schema", "SCHEMA_DRIFT").stream()
                .filter(finding -> finding.startsWith("FAIL"))
                .collect(Collectors.toList());
        assertEquals(failed.toString(), 1, failed.size());
        assertTrue(upgrade.output(), upgrade.output().contains("PUBLIC.IDN_B.V"));
        assertEquals("[\"PUBLIC.ODD\"]", database("WSO2_SHARED_DB").get("extra").toString());
        assertEquals(2, database("WSO2_SHARED_DB").get("scripts").getAsInt());
        assertEquals(1, database("WSO2_CARBON_DB").get("scripts").getAsInt());
        List<String> notHeld = upgrade.findings("schema", "SCRIPT_FAILS");
        assertEquals(notHeld.toString(), 2, notHeld.size());
        assertEquals(notHeld.toString(), 1, count(notHeld, "it chooses its database itself"));
    }

    private JsonObject database(String name) throws Exception {
        for (JsonElement each :
                upgrade.report("schema").getAsJsonObject("figures").getAsJsonArray("details")) {
            if (each.getAsJsonObject().get("database").getAsString().equals(name)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name);
    }

    private static long count(List<String> findings, String text) {
        return findings.stream().filter(finding -> finding.contains(text)).count();
    }

    private void run(String database, String script) throws Exception {
        Path file = Files.write(upgrade.path("script.sql"), script.getBytes("UTF-8"));
        upgrade.sql(database, "RUNSCRIPT FROM '" + file + "'");
    }

    private List<String> catalogue(String database) throws Exception {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:" + upgrade.path(database), "wso2carbon", "wso2carbon")) {
            return Catalogue.of(connection, Arrays.asList("CARBON_UPGRADE"));
        }
    }
}
