package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SchemaStepTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
    }

    @Test
    public void anIndexThatTheNewVersionCallsOtherwiseIsRenamedOnDemand() {
        newScript("REG_PATH_IND ", "REG_PATH_IND_NEW ");
        upToSchema();
        assertEquals(0, upgrade.command("schema"));
        assertTrue(upgrade.output(), upgrade.output().contains("WARN  SCHEMA_DRIFT"));
        assertTrue(upgrade.output(), upgrade.output().contains("the index is called PUBLIC.REG_PATH_IND"));

        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));
        assertFalse(upgrade.output(), upgrade.output().contains("SCHEMA_DRIFT"));
        assertEquals(0, upgrade.command("schema"));
        assertFalse(upgrade.output(), upgrade.output().contains("SCHEMA_DRIFT"));
        assertTrue(upgrade.state("journal.jsonl").contains("SQL_RUN"));
    }

    @Test
    public void aColumnThatTheNewVersionNeedsAndDoesNotFindFails() {
        newScript("REG_PATH_VALUE VARCHAR", "REG_EXTRA INTEGER, REG_PATH_VALUE VARCHAR");
        upToSchema();
        assertEquals(1, upgrade.command("schema"));
        assertTrue(upgrade.output(), upgrade.output().contains("PUBLIC.REG_PATH.REG_EXTRA"));
    }

    @Test
    public void aTableMattersOnlyToADatabaseThatIsUsedForIt() {
        upgrade.newHome()
                .file("dbscripts/h2.sql", upgrade.text("new/dbscripts/h2.sql") + "CREATE TABLE UM_NEW(A INTEGER);\n");
        upToSchema();
        assertEquals(1, upgrade.command("schema"));
        String output = upgrade.output();
        assertTrue(output, output.contains("WSO2UM_DB, PUBLIC.UM_NEW"));
        assertFalse(output, output.contains("WSO2_CARBON_DB"));
    }

    private void newScript(String from, String to) {
        String script = upgrade.text("new/dbscripts/h2.sql");
        assertTrue(script, script.contains(from));
        upgrade.newHome().file("dbscripts/h2.sql", script.replace(from, to));
    }

    private void upToSchema() {
        for (String step : new String[] {"check", "backup", "copy", "compare"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
    }
}
