package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A step between versions that changes the schema is done by the statements of its path. */
public class SchemaPathTest {

    private static final String MORE = "CREATE TABLE UM_NEW(ID INT NOT NULL, PRIMARY KEY(ID));\n"
            + "ALTER TABLE UM_USER ADD UM_EXTRA INT DEFAULT 7;\nCREATE INDEX UM_EXTRA_IND ON UM_USER(UM_EXTRA);\n";

    private static final String PATH = "# A step that changes the schema.\n"
            + "sql | h2 | table UM_NEW              | CREATE TABLE UM_NEW(ID INT NOT NULL, PRIMARY KEY(ID))\n"
            + "sql | h2 | column UM_USER.UM_EXTRA   | ALTER TABLE UM_USER ADD UM_EXTRA INT\n"
            + "sql | h2 | default UM_USER.UM_EXTRA = 7 | ALTER TABLE UM_USER ALTER COLUMN UM_EXTRA SET DEFAULT 7\n"
            + "sql | h2 | index UM_USER.UM_EXTRA_IND | CREATE INDEX UM_EXTRA_IND ON UM_USER(UM_EXTRA)\n"
            + "sql | h2 | column UM_NOWHERE.A       | ALTER TABLE UM_NOWHERE ADD A INT\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private StockUpgrade upgrade;

    @Before
    public void copyAnOldDatabase() throws Exception {
        upgrade = StockUpgrade.in(folder.getRoot().toPath(), "8.0.0", "8.0.1");
        String script = upgrade.newHome().text("dbscripts/h2.sql");
        upgrade.newHome().file("dbscripts/h2.sql", script + MORE);
        path("8.0.0-8.0.1", PATH);
        Path file = Files.write(upgrade.path("script.sql"), (script + MORE).getBytes("UTF-8"));
        upgrade.sql("fresh", "RUNSCRIPT FROM '" + file + "'");
        for (String step : new String[] {"check", "backup", "copy", "compare"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
    }

    @Test
    public void theStatementsAreRunOnDemandAndNeverTwice() throws Exception {
        assertEquals("without its tables the new version does not work", 1, upgrade.command("schema"));
        assertTrue(upgrade.output(), upgrade.output().contains("SQL: CREATE TABLE UM_NEW"));

        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));

        assertEquals("[]", upgrade.findings("schema", "SCHEMA_DRIFT").toString());
        assertEquals(catalogue("fresh"), catalogue("new/repository/database/WSO2SHARED_DB"));
        String journal = upgrade.newHome().text("repository/upgrade/journal.jsonl");
        assertEquals("four in one database, three in the other", 7, journal.split("SQL_RUN", -1).length - 1);
        assertFalse(journal, journal.contains("UM_NOWHERE"));
        assertEquals(0, upgrade.command("schema", "--apply"));
        journal = upgrade.newHome().text("repository/upgrade/journal.jsonl");
        assertEquals(7, journal.split("SQL_RUN", -1).length - 1);
    }

    @Test
    public void whatThePathSaidIsInTheJournal() throws Exception {
        String digest = DigestUtils.sha256Hex(PATH);
        assertEquals(
                "[OK Your path file is used for the step 8.0.0-8.0.1; its SHA-256 is " + digest + ".]",
                upgrade.findings("check", "PATH_FILE").toString());
        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));
        String journal = upgrade.state("journal.jsonl");
        assertTrue(journal, journal.contains(digest) && journal.indexOf(digest) < journal.indexOf("SQL_RUN"));
    }

    @Test
    public void severalStepsAreDoneOneAfterTheOther() throws Exception {
        int column = PATH.indexOf("sql | h2 | column UM_USER");
        upgrade = StockUpgrade.in(Files.createDirectory(upgrade.path("other")), "7.9.8", "8.0.1");
        String script = upgrade.newHome().text("dbscripts/h2.sql");
        upgrade.newHome().file("dbscripts/h2.sql", script + MORE);
        path("7.9.8-8.0.0", PATH.substring(0, column));
        path("8.0.0-8.0.1", PATH.substring(column));
        assertEquals(
                "[OK The upgrade is from 7.9.8 to 8.0.1, and what that changes is known, step by step: 7.9.8-8.0.0,"
                        + " 8.0.0-8.0.1.]",
                upgrade.check("VERSION_PATH").toString());
        for (String step : new String[] {"backup", "copy", "compare"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));
        assertEquals("[]", upgrade.findings("schema", "SCHEMA_DRIFT").toString());
        assertEquals(
                "7.9.8-8.0.0, 8.0.0-8.0.1",
                upgrade.report("schema").getAsJsonObject("figures").get("path").getAsString());
    }

    @Test
    public void aStatementThatDoesNotLeadToItsGoalIsRunOnce() throws Exception {
        path("8.0.0-8.0.1", "sql | h2 | column UM_USER.UM_OTHER | ALTER TABLE UM_USER ADD UM_EXTRA INT\n");
        assertEquals(1, upgrade.command("schema", "--apply"));
        assertTrue(upgrade.output(), upgrade.output().contains("PATH_STATEMENT"));
        assertTrue(upgrade.output(), upgrade.output().contains("column UM_USER.UM_OTHER"));
        assertEquals(2, upgrade.state("journal.jsonl").split("SQL_RUN", -1).length);
    }

    @Test
    public void aPathThatMakesNoSenseIsSaidBeforeAndNeverRun() throws Exception {
        path("8.0.0-8.0.1", PATH + "sql | postgres | table A | CREATE TABLE A(I INT)\n");
        assertEquals(2, upgrade.command("schema", "--apply"));
        assertTrue(upgrade.output(), upgrade.output().contains("Line 7 makes no sense: \"postgres\" is no type"));
        assertFalse(upgrade.state("journal.jsonl").contains("SQL_RUN"));
        assertTrue(upgrade.check("PATH_FILE").get(0).startsWith("FAIL Line 7 makes no sense"));
        assertTrue(upgrade.findings("check", "VERSION_PATH").get(0).startsWith("WARN "));
    }

    /** As after a kill: what was done is seen in the database, not in the journal. */
    @Test
    public void goesOnWhereAnEarlierRunWasStopped() throws Exception {
        upgrade.sql(
                "new/repository/database/WSO2SHARED_DB",
                "CREATE TABLE UM_NEW(ID INT NOT NULL, PRIMARY KEY(ID))",
                "ALTER TABLE UM_USER ADD UM_EXTRA INT");
        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));
        assertEquals(catalogue("fresh"), catalogue("new/repository/database/WSO2SHARED_DB"));
        String journal = upgrade.newHome().text("repository/upgrade/journal.jsonl");
        assertEquals("two here, three in the other", 5, journal.split("SQL_RUN", -1).length - 1);
    }

    /** Writes a file of the operator's, and names its directory in the plan. */
    private void path(String name, String text) throws Exception {
        Path directory = Files.createDirectories(upgrade.path("paths"));
        Files.write(directory.resolve(name + ".txt"), text.getBytes("UTF-8"));
        upgrade.plan("path.files", "paths");
    }

    private List<String> catalogue(String database) throws Exception {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:" + upgrade.path(database), "wso2carbon", "wso2carbon")) {
            return Catalogue.of(connection, Arrays.asList("CARBON_UPGRADE"));
        }
    }
}
