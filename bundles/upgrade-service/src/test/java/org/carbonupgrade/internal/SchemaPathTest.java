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
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A step between versions that changes the schema is done by the statements of its path. */
public class SchemaPathTest {

    private static final String MORE = "CREATE TABLE UM_NEW(ID INT NOT NULL, PRIMARY KEY(ID));\n"
            + "ALTER TABLE UM_USER ADD UM_EXTRA INT DEFAULT 7;\nCREATE INDEX UM_EXTRA_IND ON UM_USER(UM_EXTRA);\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private StockUpgrade upgrade;

    @Before
    public void copyAnOldDatabase() throws Exception {
        upgrade = StockUpgrade.in(folder.getRoot().toPath(), "8.0.0", "8.0.1");
        String script = upgrade.newHome().text("dbscripts/h2.sql");
        upgrade.newHome().file("dbscripts/h2.sql", script + MORE);
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

    private List<String> catalogue(String database) throws Exception {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:" + upgrade.path(database), "wso2carbon", "wso2carbon")) {
            return Catalogue.of(connection, Arrays.asList("CARBON_UPGRADE"));
        }
    }
}
