package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** All steps up to the start of the new server, one after the other and again. */
public class RunTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        String dropins = "new/repository/components/dropins/";
        Files.createDirectories(upgrade.path(dropins));
        Files.createFile(upgrade.path(dropins + "org.carbonupgrade.verification-1.0.0.jar"));
    }

    @Test
    public void runsUpToTheStartOfTheNewServerAndLeavesTheOldHomeAlone() {
        Map<String, String> before = Fingerprint.of(upgrade.path("old"), null);

        assertEquals(upgrade.output(), 0, upgrade.command("run"));

        assertEquals(before, Fingerprint.of(upgrade.path("old"), null));
        assertTrue(upgrade.output(), upgrade.output().contains("next: start the new server"));
        JsonObject report = report("upgrade");
        assertEquals("UNFINISHED", report.get("status").getAsString());
        assertEquals(8, report.getAsJsonArray("steps").size());
        assertEquals(10, report("copy").getAsJsonObject("figures").get("rows").getAsInt());
        assertEquals(
                10, report("compare").getAsJsonObject("figures").get("rows").getAsInt());
        assertFalse("snapshots are gone", Files.exists(upgrade.path("new/repository/upgrade/snapshots")));
    }

    /** The databases are closed files, read by one version of H2. */
    @Test
    public void theReportSaysHowEachDatabaseWasCopied() {
        assertEquals(upgrade.output(), 0, upgrade.command("run"));
        for (JsonElement database : copied()) {
            assertEquals(
                    "clone: the closed database's files are copied",
                    database.getAsJsonObject().get("strategy").getAsString());
            JsonObject table =
                    database.getAsJsonObject().getAsJsonArray("tables").get(0).getAsJsonObject();
            assertTrue(
                    table.toString(),
                    table.has("rows") && table.get("lane").getAsString().equals("clone"));
            assertFalse("what was not taken is not shown", table.has("digest"));
        }
    }

    @Test
    public void thePlanSaysHowDatabasesAreCopied() throws Exception {
        upgrade.plan("copy.strategy", "stream");
        assertEquals(upgrade.output(), 0, upgrade.command("run"));
        JsonObject database = copied().get(0).getAsJsonObject();
        String strategy = database.get("strategy").getAsString();
        assertTrue(strategy, strategy.startsWith("stream: ") && strategy.endsWith("streaming was asked for"));
        assertTrue(database.getAsJsonArray("tables").get(0).getAsJsonObject().has("digest"));
    }

    @Test
    public void aCloneThatIsAskedForAndImpossibleIsRefused() throws Exception {
        upgrade.plan("copy.strategy", "clone")
                .plan("staging.WSO2UM_DB.url", "jdbc:h2:" + upgrade.path("staging/UM") + ";CIPHER=AES");
        assertEquals(upgrade.output(), 2, upgrade.command("run"));
        assertTrue(upgrade.output(), upgrade.output().contains("DB_CLONE"));
        assertTrue(upgrade.output(), upgrade.output().contains("the URLs have different settings CIPHER"));
    }

    @Test
    public void theVerificationIsToldWhatToFind() {
        upgrade.oldHome()
                .file("repository/tenants/1/x.txt", "x")
                .file(
                        "repository/deployment/server/userstores/HR.xml",
                        "<UserStoreManager class=\"x\"><Property name=\"DomainName\">HR</Property></UserStoreManager>");

        assertEquals(upgrade.output(), 0, upgrade.command("run"));

        JsonObject contract =
                JsonParser.parseString(upgrade.state("verify-on-startup")).getAsJsonObject();
        assertEquals(report("upgrade").get("upgradeId"), contract.get("upgradeId"));
        JsonObject expected = contract.getAsJsonObject("expected");
        assertEquals(
                "[{\"id\":1,\"domain\":\"a.example\",\"active\":true,\"directory\":true},"
                        + "{\"id\":2,\"domain\":\"b.example\",\"active\":false,\"directory\":false}]",
                expected.get("tenants").toString());
        assertEquals(
                "[{\"tenantId\":-1234,\"domain\":\"HR\",\"file\":\"repository/deployment/server/userstores/HR.xml\"}]",
                expected.get("userStores").toString());
        assertEquals(2, expected.getAsJsonArray("dataSources").size());
    }

    @Test
    public void goesOnWhereItStopped() throws IOException {
        Path script = upgrade.path("new/dbscripts/h2.sql");
        byte[] content = Files.readAllBytes(script);
        upgrade.newHome().file("dbscripts/h2.sql", "CREATE NONSENSE;\n");
        assertEquals(1, upgrade.command("run"));
        assertTrue(upgrade.output(), upgrade.output().contains("DB_SCRIPT"));
        String copied = report("copy").get("ended").getAsString();

        Files.write(script, content);
        assertEquals(upgrade.output(), 0, upgrade.command("run"));

        assertEquals(
                "what was done stays done", copied, report("copy").get("ended").getAsString());
        assertEquals(0, upgrade.command("run"));
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("install    OK"));
    }

    @Test
    public void stepsThatAreDoneCanBeDoneAgain() {
        assertEquals(0, upgrade.command("run"));
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), "repository/upgrade");
        for (String step :
                new String[] {"check", "backup", "copy", "compare", "schema", "configure", "artifacts", "install"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
        Map<String, String> after = Fingerprint.of(upgrade.path("new"), "repository/upgrade");
        before.keySet().removeIf(name -> name.endsWith(".mv.db"));
        after.keySet().removeIf(name -> name.endsWith(".mv.db"));
        assertEquals(before, after);
    }

    @Test
    public void aDatabaseThatTheNewHomeCameWithIsSetAside() throws Exception {
        upgrade.sql("new/repository/database/REG", "CREATE TABLE SHIPPED(A INT)");
        upgrade.sql("new/repository/database/UM", "CREATE TABLE UM_USER(A INT)", "INSERT INTO UM_USER VALUES(1)");

        assertEquals(upgrade.output(), 0, upgrade.command("run"));

        assertTrue(Files.exists(upgrade.path("new/repository/upgrade/aside/repository/database/REG.mv.db")));
        assertTrue(Files.exists(upgrade.path("new/repository/upgrade/aside/repository/database/UM.mv.db")));
        assertTrue(upgrade.output(), upgrade.output().contains("It holds 1 users of its own"));
        assertEquals(0, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("the copy of this upgrade: copied"));
    }

    @Test
    public void theServerCanOnlyBeVerifiedFromWithin() {
        assertEquals(0, upgrade.command("run"));
        assertEquals(2, upgrade.command("verify"));
        assertTrue(upgrade.output(), upgrade.output().contains("VERIFY_IN_SERVER"));
    }

    @Test
    public void theReportTakesInWhatTheVerificationFound() throws IOException {
        assertEquals(0, upgrade.command("run"));
        verified("OK");
        assertEquals(0, upgrade.command("report"));
        assertEquals("OK", report("upgrade").get("status").getAsString());
        verified("COULD_NOT_RUN");
        assertEquals(1, upgrade.command("report"));
        assertEquals("FAILED", report("upgrade").get("status").getAsString());
    }

    @Test
    public void aServerThatCannotComeUpForLackOfADataSourceIsReportedInsteadOfItsVerification() throws IOException {
        assertEquals(0, upgrade.command("run"));
        Path file = upgrade.path("new/repository/conf/datasources/master-datasources.xml");
        Files.delete(file);
        assertEquals(1, upgrade.command("report"));
        assertTrue(upgrade.output(), upgrade.output().contains("VERIFY_DATA_SOURCE_GONE"));
        assertTrue(upgrade.output(), upgrade.output().contains("WSO2UM_DB (jdbc/WSO2UM)"));
        assertEquals("FAILED", report("upgrade").get("status").getAsString());

        Files.write(file, "<datasources".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, upgrade.command("report"));
        assertTrue(upgrade.output(), upgrade.output().contains("XML_NOT_WELL_FORMED"));
        assertTrue(upgrade.output(), upgrade.output().contains("master-datasources.xml"));

        assertEquals("as it is told to mend", 0, upgrade.command("configure"));
        assertEquals(0, upgrade.command("report"));
        assertEquals("UNFINISHED", report("upgrade").get("status").getAsString());

        Files.delete(file);
        verified("OK");
        assertEquals("the server itself knows best", 0, upgrade.command("report"));
    }

    @Test
    public void aVerificationOfAnotherUpgradeIsNotTakenIn() throws IOException {
        assertEquals(0, upgrade.command("run"));
        verified("OK", "somebody-elses");
        assertEquals(0, upgrade.command("report"));
        assertEquals("UNFINISHED", report("upgrade").get("status").getAsString());
    }

    @Test
    public void theStateIsReadableByItsOwnerAlone() throws IOException {
        assertEquals(0, upgrade.command("check"));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(upgrade.path("new/repository/upgrade"))));
    }

    @Test
    public void aNewHomeInTheMiddleOfAnotherUpgradeIsRefused() throws Exception {
        assertEquals(0, upgrade.command("check"));
        assertEquals(0, upgrade.command("backup"));
        TestHome.make(upgrade.path("other"), "4.4.6");
        upgrade.plan("old.home", "other");
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("UPGRADE_OTHER"));
    }

    @Test
    public void aNewHomeThatWasOnlyCheckedIsFreeForAnotherUpgrade() throws Exception {
        TestHome.make(upgrade.path("other"), "4.4.6");
        assertEquals(0, upgrade.command("check"));
        upgrade.plan("old.home", "other");
        assertEquals(2, upgrade.command("backup"));
        assertTrue(upgrade.output(), upgrade.output().contains("STEP_ORDER"));
        assertEquals(2, upgrade.command("check"));
        upgrade.plan("old.home", "old");
        assertEquals(2, upgrade.command("backup"));
        assertEquals(0, upgrade.command("check"));
        assertEquals(0, upgrade.command("backup"));
    }

    @Test
    public void statusCanBeAskedBeforeAnythingWasDoneAndChangesNothing() {
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), null);
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("next: check"));
        assertEquals(before, Fingerprint.of(upgrade.path("new"), null));
    }

    private void verified(String status) throws IOException {
        verified(status, report("upgrade").get("upgradeId").getAsString());
    }

    private void verified(String status, String upgradeId) throws IOException {
        String report = "{\"format\":1,\"upgradeId\":\"" + upgradeId + "\",\"runId\":\"r\",\"status\":\"" + status
                + "\",\"started\":\"2026-11-22T10:00:00Z\",\"finished\":\"2026-11-22T10:00:05Z\",\"server\":{},"
                + "\"checks\":[{\"name\":\"tenants\",\"title\":\"Tenants\",\"status\":\"" + status
                + "\",\"millis\":5,\"figures\":{\"tenants\":2},\"entries\":[{\"status\":\"" + status
                + "\",\"code\":\"VF_X\",\"what\":\"w\",\"remedy\":\"r\"}]}]}";
        Files.write(
                upgrade.path("new/repository/upgrade/reports/verification.json"),
                report.getBytes(StandardCharsets.UTF_8));
    }

    private JsonArray copied() {
        return report("copy").getAsJsonObject("figures").getAsJsonArray("details");
    }

    private JsonObject report(String name) {
        return JsonParser.parseString(upgrade.state("reports/" + name + ".json"))
                .getAsJsonObject();
    }
}
