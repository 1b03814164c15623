package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonupgrade.itests.support.DataSource;
import org.carbonupgrade.itests.support.PopulatedHome;
import org.carbonupgrade.itests.support.TreeFingerprint;
import org.carbonupgrade.itests.support.UpgradeOutcome;
import org.carbonupgrade.itests.support.UpgradeOutcome.Finding;
import org.junit.BeforeClass;
import org.junit.Test;

/** Staging databases that are damaged after they were copied: one byte, one row, one index. The program names each. */
public class StagingDamageIT {

    private static final String INDEX = "REG_PATH_IND_BY_NAME";

    private static Upgrade upgrade;
    private static Program.Answer compare;
    private static String changed;
    private static String dropped;

    @BeforeClass
    public static void damageAndCompare() throws SQLException {
        PopulatedHome oldHome = FirstRun.get().oldHome();
        upgrade = Upgrade.copy("damaged");
        try (Connection registry = staging(oldHome.dataSource("WSO2REG_DB"))) {
            changed = changeOneByte(registry);
        }
        try (Connection users = staging(Plans.STAGED_USERS)) {
            dropped = dropOneRow(users);
        }
        try (Connection local = staging(oldHome.dataSource("WSO2_CARBON_DB"));
                Statement statement = local.createStatement()) {
            statement.execute("DROP INDEX " + INDEX);
        }
        compare = upgrade.run("compare");
    }

    @Test
    public void changedByteIsNamedWithTableAndKey() {
        Finding finding = only("WSO2REG_DB, table PUBLIC.REG_CONTENT");
        assertEquals("COMPARE_ROWS", finding.code());
        assertEquals("1 row with other values in staging: " + changed, finding.what());
    }

    @Test
    public void droppedRowIsNamedWithTableAndKey() {
        Finding finding = only("WSO2UM_DB, table PUBLIC.UM_USER");
        assertEquals("COMPARE_ROWS", finding.code());
        assertEquals("1 row missing in staging: " + dropped, finding.what());
    }

    @Test
    public void droppedIndexIsNamed() {
        Finding finding = only("WSO2_CARBON_DB");
        assertEquals("COMPARE_SCHEMA", finding.code());
        assertThat(finding.what(), containsString(INDEX));
        assertThat(finding.what(), containsString("is missing in staging"));
    }

    @Test
    public void whatWasLeftAloneIsFoundEqual() {
        assertEquals(3, upgrade.outcome().findings("FAIL").size());
        Set<String> differing = new TreeSet<>();
        Set<String> tables = new TreeSet<>();
        for (JsonElement element :
                upgrade.outcome().step("compare").getAsJsonObject("figures").getAsJsonArray("details")) {
            JsonObject database = element.getAsJsonObject();
            if (!database.get("equal").getAsBoolean()) {
                differing.add(database.get("database").getAsString());
            }
            for (JsonElement table : database.getAsJsonArray("tables")) {
                if (!table.getAsJsonObject().get("equal").getAsBoolean()) {
                    tables.add(table.getAsJsonObject().get("table").getAsString());
                }
            }
        }
        assertEquals(Set.of("WSO2REG_DB", "WSO2UM_DB", "WSO2_CARBON_DB"), differing);
        assertEquals(Set.of("PUBLIC.REG_CONTENT", "PUBLIC.UM_USER"), tables);
    }

    @Test
    public void commandFailsAndShowsAllOfIt() {
        assertEquals(compare.output(), 1, compare.status());
        assertThat(compare.output(), containsString("table PUBLIC.REG_CONTENT"));
        assertThat(compare.output(), containsString(changed));
        assertThat(compare.output(), containsString("table PUBLIC.UM_USER"));
        assertThat(compare.output(), containsString(dropped));
        assertThat(compare.output(), containsString(INDEX));
        UpgradeOutcome outcome = upgrade.outcome();
        assertEquals("FAILED", outcome.status());
        assertEquals("FAIL", outcome.step("compare").get("status").getAsString());
    }

    /** Nothing can go on to be production behind a comparison that failed. */
    @Test
    public void laterStepsAreRefused() {
        Program.Answer install = upgrade.run("install");
        assertEquals(install.output(), 2, install.status());
        assertThat(install.output(), containsString("STEP_ORDER"));
        assertThat(install.output(), containsString("compare"));
    }

    @Test
    public void comparingLeavesTheOldHomeAndItsDatabasesAlone() {
        TreeFingerprint now = TreeFingerprint.of(FirstRun.get().oldHome().path());
        assertEquals(List.of(), FirstRun.get().before().differencesTo(now));
    }

    private static Finding only(String where) {
        List<Finding> found = upgrade.outcome().findings("FAIL").stream()
                .filter(finding -> finding.where().equals(where))
                .toList();
        assertEquals(where + " in " + upgrade.outcome().findings("FAIL"), 1, found.size());
        return found.get(0);
    }

    private static Connection staging(DataSource source) throws SQLException {
        return upgrade.newHome().connect(source);
    }

    /** The key of the row whose BLOB now differs in one byte in its midst. */
    private static String changeOneByte(Connection registry) throws SQLException {
        try (Statement statement = registry.createStatement();
                ResultSet largest = statement.executeQuery("SELECT REG_CONTENT_ID, REG_TENANT_ID, REG_CONTENT_DATA"
                        + " FROM REG_CONTENT ORDER BY LENGTH(REG_CONTENT_DATA) DESC LIMIT 1")) {
            assertTrue(largest.next());
            byte[] bytes = largest.getBytes(3);
            bytes[bytes.length / 2]++;
            try (PreparedStatement update = registry.prepareStatement(
                    "UPDATE REG_CONTENT SET REG_CONTENT_DATA = ? WHERE REG_CONTENT_ID = ? AND REG_TENANT_ID = ?")) {
                update.setBytes(1, bytes);
                update.setInt(2, largest.getInt(1));
                update.setInt(3, largest.getInt(2));
                assertEquals(1, update.executeUpdate());
            }
            return "REG_CONTENT_ID=" + largest.getInt(1) + ", REG_TENANT_ID=" + largest.getInt(2);
        }
    }

    /** The key of the row that is gone now. What refers to it stays: it is not the database that is to find this out. */
    private static String dropOneRow(Connection users) throws SQLException {
        try (Statement statement = users.createStatement()) {
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
            int id;
            int tenant;
            try (ResultSet last =
                    statement.executeQuery("SELECT UM_ID, UM_TENANT_ID FROM UM_USER ORDER BY UM_ID DESC")) {
                assertTrue(last.next());
                id = last.getInt(1);
                tenant = last.getInt(2);
            }
            String row = " WHERE UM_ID = " + id + " AND UM_TENANT_ID = " + tenant;
            assertEquals(1, statement.executeUpdate("DELETE FROM UM_USER" + row));
            return "UM_ID=" + id + ", UM_TENANT_ID=" + tenant;
        }
    }
}
