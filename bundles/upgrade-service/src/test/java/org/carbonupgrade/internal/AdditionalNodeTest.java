package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AdditionalNodeTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade first;
    private TestUpgrade second;

    @Before
    public void makeTwoNodesWithOneUserDatabase() throws Exception {
        first = node("first");
        second = node("second");
        first.sql(
                "../shared/UM",
                "CREATE TABLE UM_TENANT(UM_ID INTEGER AUTO_INCREMENT PRIMARY KEY, UM_DOMAIN_NAME VARCHAR(255) NOT NULL,"
                        + " UM_ACTIVE BOOLEAN DEFAULT FALSE)",
                "CREATE TABLE UM_USER(UM_ID INTEGER PRIMARY KEY, UM_USER_NAME VARCHAR(255))");
        second.oldHome().file("repository/deployment/server/only-here.txt", "x");
        second.plan("node.role", "additional")
                .plan("node.first", "../first/new")
                .plan("backup.dir", null);
    }

    @Test
    public void takesConfigurationArtifactsAndInstallOnlyAsAPartOfTheFirstNodesUpgrade() throws Exception {
        succeeds(first);
        Map<String, String> staged = Fingerprint.of(path("staged"), null);
        Map<String, String> journal = Fingerprint.of(path("first/new/repository/upgrade"), null);

        succeeds(second);

        assertTrue(second.output(), second.output().contains("next: start the new server"));
        assertTrue(second.output(), second.output().contains("NODE_DATABASE_OWN"));
        for (String step : new String[] {"backup", "copy", "compare", "schema"}) {
            assertFalse(step, Files.exists(second.path("new/repository/upgrade/reports/" + step + ".json")));
            assertEquals(2, second.command(step));
            assertTrue(second.output(), second.output().contains("NODE_STEP"));
        }
        assertTrue(Files.exists(second.path("new/repository/deployment/server/only-here.txt")));
        assertTrue(second.text("new/repository/conf/datasources/master-datasources.xml")
                .contains(path("staged/UM").toString()));
        assertEquals(id(first), id(second));
        assertEquals("no database is touched", staged, Fingerprint.of(path("staged"), null));
        assertEquals("nor the first node", journal, Fingerprint.of(path("first/new/repository/upgrade"), null));
        assertEquals(0, second.command("status"));
        assertFalse(second.output(), second.output().contains("backup"));
    }

    @Test
    public void waitsForTheFirstNode() {
        assertEquals(2, second.command("check"));
        assertTrue(second.output(), second.output().contains("NODE_FIRST"));
        assertEquals(0, first.command("run", "--until", "copy"));
        assertEquals(2, second.command("run"));
        assertTrue(second.output(), second.output().contains("lacks compare, schema, configure, artifacts, install"));
    }

    @Test
    public void aCopyOfTheFirstNodesStateWillDoUnlessItWasChanged() throws Exception {
        succeeds(first);
        FileUtils.copyDirectory(
                path("first/new/repository/upgrade").toFile(), path("copied").toFile());
        second.plan("node.first", "../copied");
        succeeds(second);
        Path journal = path("copied/journal.jsonl");
        Files.write(
                journal,
                new String(Files.readAllBytes(journal), "UTF-8")
                        .replace("\"OK\"", "\"WARN\"")
                        .getBytes("UTF-8"));
        assertEquals(2, second.command("configure"));
        assertTrue(second.output(), second.output().contains("JOURNAL_DAMAGED"));
    }

    @Test
    public void aCopyThatOnlyTheReportTellsOfIsNone() throws Exception {
        succeeds(first);
        Path report = first.path("new/repository/upgrade/reports/copy.json");
        byte[] written = Files.readAllBytes(report);
        Files.write(
                report,
                new String(written, "UTF-8").replace("/staged/", "/other/").getBytes("UTF-8"));
        second.plan("staging.WSO2UM_DB.url", "jdbc:h2:" + path("other/UM"));
        assertEquals(2, second.command("check"));
        assertTrue(second.output(), second.output().contains("is not the one that its journal knows"));
        Files.delete(report);
        assertEquals(2, second.command("check"));
        assertTrue(second.output(), second.output().contains("report of its copy is missing"));
    }

    @Test
    public void aDatabaseThatTheFirstNodeCopiedElsewhereIsNotThisOnes() {
        succeeds(first);
        second.plan("staging.WSO2UM_DB.url", "jdbc:h2:" + path("other/UM"));
        second.command("check");
        assertTrue(second.output(), second.output().contains("NODE_DATABASE_OWN"));
        assertTrue(second.output(), second.output().contains("shared/UM. It is not copied."));
    }

    @Test
    public void aRoleThatIsNoneIsRefused() {
        assertEquals(2, second.plan("node.role", "second").command("check"));
        assertTrue(second.output(), second.output().contains("PLAN_VALUE"));
        assertEquals(
                2,
                second.plan("node.role", "additional").plan("node.first", null).command("check"));
        assertTrue(second.output(), second.output().contains("PLAN_KEY_MISSING"));
    }

    private TestUpgrade node(String name) throws Exception {
        TestUpgrade node = TestUpgrade.in(folder.newFolder(name).toPath());
        node.newHome().file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
        node.oldHome()
                .dataSources(
                        new String[] {"WSO2_CARBON_DB", "jdbc/WSO2CarbonDB", "jdbc:h2:./repository/database/REG"},
                        new String[] {"WSO2UM_DB", "jdbc/WSO2UM", "jdbc:h2:" + path("shared/UM")});
        return node.plan("staging.WSO2UM_DB.url", "jdbc:h2:" + path("staged/UM"));
    }

    private static void succeeds(TestUpgrade node) {
        int status = node.command("run");
        assertEquals(node.output(), 0, status);
    }

    private static String id(TestUpgrade node) {
        return JsonParser.parseString(node.state("reports/upgrade.json"))
                .getAsJsonObject()
                .get("upgradeId")
                .getAsString();
    }

    private Path path(String relative) {
        return folder.getRoot().toPath().resolve(relative);
    }
}
