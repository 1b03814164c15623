package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A staging database that somebody has changed does not pass, and is told where. */
public class CompareStepTest {

    private static final String REG = "new/repository/database/REG";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void copy() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        for (String step : new String[] {"check", "backup", "copy", "compare"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
    }

    @Test
    public void oneByteOfOneLargeObject() throws Exception {
        upgrade.sql(REG, "UPDATE REG_CONTENT SET REG_CONTENT_DATA = X'00FE10' WHERE REG_CONTENT_ID = 1");
        fails("COMPARE_ROWS", "PUBLIC.REG_CONTENT", "1 row with other values in staging: REG_CONTENT_ID=1");
    }

    @Test
    public void oneRow() throws Exception {
        upgrade.sql(REG, "DELETE FROM REG_PATH WHERE REG_PATH_ID = 2");
        fails("COMPARE_ROWS", "PUBLIC.REG_PATH", "1 row missing in staging: REG_PATH_ID=2, REG_TENANT_ID=0");
    }

    @Test
    public void oneIndex() throws Exception {
        upgrade.sql(REG, "DROP INDEX REG_PATH_IND");
        fails("COMPARE_SCHEMA", "WSO2_CARBON_DB", "The index PUBLIC.REG_PATH_IND is missing in staging");
    }

    @Test
    public void showsValuesToThoseWhoAsk() throws Exception {
        upgrade.sql(REG, "UPDATE REG_CONTENT SET REG_CONTENT_DATA = X'00FE10' WHERE REG_CONTENT_ID = 1");
        assertEquals(1, upgrade.command("compare"));
        assertFalse(upgrade.output(), upgrade.output().contains("0x00fe10"));
        assertEquals(1, upgrade.command("compare", "--show-values"));
        String shown =
                "REG_CONTENT_ID=1: REG_CONTENT_DATA 3 bytes: 0x00ff10 in the old database, 3 bytes: 0x00fe10 in staging";
        assertTrue(upgrade.output(), upgrade.output().contains("COMPARE_VALUES  " + shown));
        assertTrue(upgrade.state("reports/compare.json").contains("\"staging\": \"3 bytes: 0x00fe10\""));
    }

    @Test
    public void whatComesAfterItHasToWait() throws Exception {
        upgrade.sql(REG, "DELETE FROM REG_PATH WHERE REG_PATH_ID = 2");
        assertEquals(1, upgrade.command("compare"));
        assertEquals(2, upgrade.command("schema"));
        assertTrue(upgrade.output(), upgrade.output().contains("STEP_ORDER"));
        assertEquals(1, upgrade.command("run"));
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("status: FAILED"));
    }

    private void fails(String code, String... named) {
        assertEquals(upgrade.output(), 1, upgrade.command("compare"));
        String output = upgrade.output();
        assertTrue(output, output.contains(code));
        for (String name : named) {
            assertTrue(name + " in " + output, output.contains(name));
        }
        assertEquals("nothing else is named", 1, output.split("FAIL  COMPARE", -1).length - 1);
        assertFalse(
                upgrade.state("reports/upgrade.html"),
                upgrade.state("reports/upgrade.html").contains("ok\">FAIL"));
    }
}
