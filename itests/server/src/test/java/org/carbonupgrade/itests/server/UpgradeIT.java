package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carbonupgrade.itests.population.Finding;
import org.carbonupgrade.itests.population.Inspection;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.TenantRecord;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.Population;
import org.carbonupgrade.itests.support.TreeFingerprint;
import org.carbonupgrade.itests.support.UpgradeOutcome;
import org.junit.BeforeClass;
import org.junit.Test;

/** An upgrade from end to end, as an operator does it, and what became of everything that the old server held. */
public class UpgradeIT {

    private static final List<String> STEPS =
            List.of("check", "backup", "copy", "compare", "schema", "configure", "artifacts", "install", "verify");

    private static FirstRun first;
    private static Upgrade upgrade;
    private static UpgradeOutcome beforeAnyCommand;
    private static String serverLog;
    private static Program.Answer report;
    private static Inspection inspection;

    @BeforeClass
    public static void upgradeStartReportAndInspect() {
        first = FirstRun.get();
        upgrade = Upgrade.original();
        try (CarbonServer server = CarbonServer.start(upgrade.newHome())) {
            upgrade.awaitVerification(server);
            beforeAnyCommand = upgrade.outcome();
            serverLog = server.log().text();
        }
        report = upgrade.run("report");
        inspection = Population.of(upgrade.newHome()).inspect(first.oldHome().manifest());
    }

    @Test
    public void runAndReportEndWell() {
        assertEquals(first.run().output(), 0, first.run().status());
        assertEquals(report.output(), 0, report.status());
        assertThat(report.output(), containsString("status: OK_WITH_WARNINGS"));
        assertThat(
                report.output(), containsString(upgrade.report("upgrade.html").toString()));
    }

    @Test
    public void serverTakesItsVerificationIntoTheReportByItself() {
        assertEquals("OK_WITH_WARNINGS", beforeAnyCommand.status());
        assertEquals(STEPS, beforeAnyCommand.steps());
        assertEquals(upgrade.outcome().step("verify"), beforeAnyCommand.step("verify"));
    }

    @Test
    public void ourBundlesStartWithoutComplaint() {
        assertEquals(
                List.of(),
                serverLog
                        .lines()
                        .filter(line -> line.contains("carbonupgrade") && !line.contains("  INFO {"))
                        .toList());
    }

    @Test
    public void everyStepHasPassedAndSaysWithFiguresWhatItDid() {
        UpgradeOutcome outcome = upgrade.outcome();
        assertEquals(STEPS, outcome.steps());
        Instant last = Instant.EPOCH;
        for (String word : STEPS) {
            JsonObject step = outcome.step(word);
            Instant started = Instant.parse(step.get("started").getAsString());
            assertFalse(word, started.isBefore(last));
            last = Instant.parse(step.get("ended").getAsString());
            assertFalse(word, last.isBefore(started));
            assertEquals(
                    word,
                    word.equals("check") ? "WARN" : "OK",
                    step.get("status").getAsString());
        }
        // Both homes have the one version that Maven Central has, which was made for older versions of Java.
        assertEquals(Set.of("VERSION_SAME", "JAVA_VERSION"), outcome.codes("WARN"));

        assertEquals(8, figure(outcome, "copy", "databases"));
        assertTrue(figure(outcome, "copy", "rows") > 2000);
        assertEquals(figure(outcome, "copy", "rows"), figure(outcome, "compare", "rows"));
        assertTrue(figure(outcome, "copy", "bytes") > 4_000_000);
        assertTrue(figure(outcome, "compare", "tables") > 200);
        assertTrue(figure(outcome, "backup", "files") > 400);
        assertTrue(figure(outcome, "backup", "bytes") > 100_000_000);
        assertTrue(figure(outcome, "configure", "files changed") > 5);
        assertTrue(figure(outcome, "artifacts", "files") > 30);
        assertEquals(3, figure(outcome, "install", "bundles"));
        // The orders are none of Carbon's schemas.
        assertEquals(7, figure(outcome, "schema", "databases"));
        assertEquals(
                13,
                outcome.step("verify")
                        .getAsJsonObject("figures")
                        .getAsJsonArray("checks")
                        .size());
        assertEquals(
                outcome.findings("OK").stream()
                        .filter(found -> found.step().equals("check"))
                        .count(),
                figure(outcome, "check", "OK"));
    }

    private static long figure(UpgradeOutcome outcome, String step, String name) {
        return outcome.step(step).getAsJsonObject("figures").get(name).getAsLong();
    }

    @Test
    public void pageShowsTheSameAndNeedsNoNetwork() throws Exception {
        Page page = Page.at(upgrade.report("upgrade.html"));
        assertEquals(List.of(), page.references());
        assertEquals("ok with warnings", page.state());
        UpgradeOutcome outcome = upgrade.outcome();
        List<Page.Step> expected = new ArrayList<>();
        for (String step : outcome.steps()) {
            expected.add(new Page.Step(step, outcome.step(step).get("status").getAsString()));
        }
        assertEquals(expected, page.steps());
        assertEquals(expected, page.sections());
        assertTrue(page.shows(figure(outcome, "copy", "rows")));
        assertTrue(page.shows(figure(outcome, "backup", "bytes")));
    }

    @Test
    public void verificationIsThereAsJUnitXmlToo() throws Exception {
        JUnitXml xml = JUnitXml.at(upgrade.report("verification.xml"));
        assertEquals(
                List.of(
                        "safety",
                        "clean-start",
                        "bundles",
                        "components",
                        "artifacts",
                        "ports",
                        "log",
                        "cluster",
                        "migrated-data",
                        "secrets",
                        "user-stores",
                        "tenants",
                        "no-trace"),
                xml.cases());
        assertEquals(13, xml.attribute("tests"));
        assertEquals(0, xml.attribute("failures"));
        assertEquals(0, xml.attribute("errors"));
        assertEquals(List.of(), xml.failed());
    }

    @Test
    public void everyUserLogsInAndEveryRegistryResourceIsEqualOnTheNewServer() {
        assertEquals(List.of(), inspection.differences());
        Manifest manifest = first.oldHome().manifest();
        assertEquals(manifest.users(), inspection.count("login"));
        assertEquals(manifest.users(), inspection.count("login with a wrong password"));
        assertEquals(manifest.users(), inspection.count("roles"));
        assertEquals(manifest.users(), inspection.count("claims"));
        assertEquals(manifest.resources(), inspection.count("content"));
        assertEquals(manifest.artifacts.size(), inspection.count("artifact"));
        for (TenantRecord tenant : manifest.tenants) {
            assertEquals(
                    tenant.domain,
                    tenant.active ? tenant.users.size() : 0,
                    inspection.findings.stream()
                            .filter(finding -> finding.tenant.equals(tenant.domain)
                                    && finding.aspect.equals("login")
                                    && finding.actual.equals("accepted"))
                            .count());
        }
    }

    @Test
    public void inactiveTenantIsStillInactive() {
        List<Finding> activity = inspection.findings.stream()
                .filter(finding -> finding.tenant.equals("dormant.example") && finding.aspect.equals("active"))
                .toList();
        assertEquals(1, activity.size());
        assertEquals("false", activity.get(0).actual);
    }

    @Test
    public void oldHomeAndItsDatabasesAreUntouched() {
        TreeFingerprint now = TreeFingerprint.of(first.oldHome().path());
        assertEquals(List.of(), first.before().differencesTo(now));
        assertTrue(now.entries().containsKey("repository/database/WSO2REG_DB.mv.db"));
    }

    @Test
    public void noPasswordIsWrittenAnywhere() throws Exception {
        KnownPasswords passwords = KnownPasswords.of(first.oldHome());
        assertTrue(passwords.count() + " passwords", passwords.count() > 35);
        assertFalse(
                "they are found where they are",
                passwords.in(first.oldHome().conf()).isEmpty());
        assertEquals(List.of(), passwords.in(upgrade.newHome().resolve("repository/upgrade")));
        assertEquals(List.of(), passwords.in(first.run().output()));
        assertEquals(List.of(), passwords.in(report.output()));
        assertEquals(List.of(), passwords.in(serverLog));
        assertTrue(Files.exists(upgrade.newHome().resolve("repository/upgrade/journal.jsonl")));
    }
}
