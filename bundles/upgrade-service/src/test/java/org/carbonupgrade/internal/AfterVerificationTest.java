package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What {@code run} does when the new server works already. */
public class AfterVerificationTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void upgradeAndVerify() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        upgrade.newHome().file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
        runs(0);
        verified("OK");
    }

    @Test
    public void nothingIsDoneAgainUnasked() throws Exception {
        changeTheOldConfiguration();
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), "repository/upgrade");
        runs(2);
        assertTrue(upgrade.output(), upgrade.output().contains("STEP_AGAIN"));
        assertTrue(upgrade.output(), upgrade.output().contains("the new server has been verified"));
        assertEquals(before, Fingerprint.of(upgrade.path("new"), "repository/upgrade"));
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("nothing is left to do"));
    }

    @Test
    public void norIsWhatSomebodyOnlyLookedAt() throws Exception {
        upgrade.command("configure", "--dry-run");
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), "repository/upgrade");
        runs(2);
        assertTrue(upgrade.output(), upgrade.output().contains("STEP_AGAIN"));
        assertEquals(before, Fingerprint.of(upgrade.path("new"), "repository/upgrade"));
        runs(0, "--again");
    }

    @Test
    public void whenAskedItIsDoneAgainAndTheServerHasToVerifyItselfAnew() throws Exception {
        changeTheOldConfiguration();
        Files.delete(contract());
        runs(0, "--again");
        assertTrue(upgrade.text("new/repository/conf/registry.xml").contains("<changed/>"));
        assertTrue("the server is to verify itself", Files.exists(contract()));
        assertTrue(upgrade.output(), upgrade.output().contains("next: start the new server"));
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("next: start the new server"));
    }

    @Test
    public void aVerificationThatFailedStandsInTheWayOfNothing() throws Exception {
        verified("FAIL");
        changeTheOldConfiguration();
        runs(0);
        assertTrue(upgrade.text("new/repository/conf/registry.xml").contains("<changed/>"));
    }

    @Test
    public void whatOnlyLooksLeavesTheVerificationAsItIs() throws Exception {
        for (String[] command : new String[][] {{"run"}, {"configure", "--dry-run"}, {"schema"}, {"compare"}}) {
            upgrade.command(command);
            assertTrue(command[0], Files.exists(upgrade.path("new/repository/upgrade/reports/verification.json")));
        }
        upgrade.command("configure");
        assertFalse(Files.exists(upgrade.path("new/repository/upgrade/reports/verification.json")));
    }

    private void runs(int expected, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "run";
        System.arraycopy(options, 0, words, 1, options.length);
        int status = upgrade.command(words);
        assertEquals(upgrade.output(), expected, status);
    }

    private void changeTheOldConfiguration() {
        upgrade.oldHome().file("repository/conf/registry.xml", "<wso2registry><changed/></wso2registry>");
    }

    private Path contract() {
        return upgrade.path("new/repository/upgrade/verify-on-startup");
    }

    private void verified(String status) throws Exception {
        String id = JsonParser.parseString(upgrade.state("reports/upgrade.json"))
                .getAsJsonObject()
                .get("upgradeId")
                .getAsString();
        String report = "{\"upgradeId\":\"" + id + "\",\"runId\":\"r\",\"status\":\"" + status
                + "\",\"started\":\"2026-01-01T00:00:00Z\",\"finished\":\"2026-01-01T00:00:01Z\",\"checks\":[]}";
        Files.write(
                upgrade.path("new/repository/upgrade/reports/verification.json"),
                report.getBytes(StandardCharsets.UTF_8));
    }
}
