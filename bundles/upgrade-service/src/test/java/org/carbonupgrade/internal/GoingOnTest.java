package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.state.UpgradeLock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GoingOnTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        upgrade.newHome().file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
    }

    @Test
    public void runsUntilAStepAndGoesOnBehindIt() {
        run("--until", "copy");
        assertTrue(upgrade.output(), upgrade.output().contains("next: compare"));
        assertEquals(1, runs("copy"));
        assertEquals(0, runs("compare"));
        run();
        assertEquals("what is done is not done again", 1, runs("copy"));
        assertEquals(1, runs("install"));
        run();
        assertEquals(1, runs("compare"));
        assertEquals("prerequisites are judged every time", 3, runs("check"));
    }

    @Test
    public void refusesToRunUntilWhatIsNoStep() {
        assertEquals(64, upgrade.command("run", "--until", "verify"));
        assertEquals(64, upgrade.command("run", "--until", "copi"));
        assertFalse(Files.exists(upgrade.path("new/repository/upgrade")));
    }

    @Test
    public void aStepWhoseInputHasChangedIsDoneAgainAndSaysSo() throws Exception {
        run();
        upgrade.oldHome().file("repository/conf/registry.xml", "<wso2registry><changed/></wso2registry>");
        upgrade.command("run");
        assertTrue(upgrade.output(), upgrade.output().contains("STEP_INPUT_CHANGED"));
        assertTrue(upgrade.output(), upgrade.output().contains("a change of the configuration: it is done again"));
        assertEquals(2, runs("backup"));
        assertEquals(2, runs("configure"));
        assertEquals("its input is as it was", 1, runs("copy"));
        assertEquals("its input is as it was", 1, runs("artifacts"));
    }

    @Test
    public void aChangeOfTheOldDatabaseIsNotOverlooked() throws Exception {
        run();
        upgrade.sql("old/repository/database/UM", "INSERT INTO UM_USER VALUES(3, 'late')");
        int status = upgrade.command("run");
        assertEquals(upgrade.output(), 2, status);
        assertTrue(upgrade.output(), upgrade.output().contains("a change of the databases"));
        assertTrue(upgrade.output(), upgrade.output().contains("DB_SOURCE_CHANGED"));
    }

    @Test
    public void whatWasCopiedAgainIsComparedAgain() {
        run();
        assertEquals(0, upgrade.command("copy"));
        run();
        assertEquals(2, runs("compare"));
        assertTrue(upgrade.output(), upgrade.output().contains("a change of the copy"));
    }

    @Test
    public void aFailedStepIsTriedAgain() throws Exception {
        run("--until", "check");
        Files.write(upgrade.path("backup"), new byte[1]);
        assertEquals(1, upgrade.command("run"));
        Files.delete(upgrade.path("backup"));
        run();
        assertEquals(2, runs("backup"));
    }

    @Test
    public void statusTellsWhatIsAtWorkFromWhatWasInterrupted() throws Exception {
        run("--until", "backup");
        Path state = upgrade.path("new/repository/upgrade");
        Journal.open(state.resolve("journal.jsonl")).append(Event.STEP_STARTED, "step", "copy");
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("copy was interrupted; it was begun at "));
        UpgradeLock held = UpgradeLock.tryTake(state.resolve("upgrade.lock")).get();
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("copy is at work, since "));
        held.close();
        run();
        assertEquals(0, upgrade.command("status"));
        assertFalse(upgrade.output(), upgrade.output().contains("right now"));
        assertTrue(upgrade.output(), upgrade.output().contains("time in steps"));
    }

    @Test
    public void aChangedJournalStopsEverything() throws Exception {
        run("--until", "backup");
        Path journal = upgrade.path("new/repository/upgrade/journal.jsonl");
        String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
        Files.write(journal, text.replaceFirst("\"OK\"", "\"WARN\"").getBytes(StandardCharsets.UTF_8));
        assertEquals(2, upgrade.command("run"));
        assertTrue(upgrade.output(), upgrade.output().contains("JOURNAL_DAMAGED"));
        assertEquals(2, upgrade.command("status"));
    }

    @Test
    public void aJournalWhoseEndIsMissingStopsEverything() throws Exception {
        run("--until", "copy");
        Path journal = upgrade.path("new/repository/upgrade/journal.jsonl");
        String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        Files.write(journal, text.substring(0, last).getBytes(StandardCharsets.UTF_8));
        for (String command : new String[] {"run", "status", "report", "copy"}) {
            assertEquals(2, upgrade.command(command));
            assertTrue(upgrade.output(), upgrade.output().contains("its end is missing"));
        }
    }

    @Test
    public void theStateOfAnotherHomeIsNamedInTheStatus() throws Exception {
        run();
        FileUtils.copyDirectory(
                upgrade.path("new").toFile(), upgrade.path("another").toFile());
        upgrade.plan("new.home", "another");
        assertEquals(0, upgrade.command("status"));
        assertTrue(
                upgrade.output(),
                upgrade.output().contains(upgrade.path("new").toRealPath().toString()));
    }

    @Test
    public void noStateIsWrittenThroughALinkIntoTheOldHome() throws Exception {
        Path elsewhere = Files.createDirectories(upgrade.path("old/elsewhere"));
        Files.createSymbolicLink(upgrade.path("new/repository/upgrade"), elsewhere);
        for (String command : new String[] {"check", "run", "status"}) {
            assertEquals(2, upgrade.command(command));
            assertTrue(upgrade.output(), upgrade.output().contains("NEW_HOME_LINK"));
        }
        assertEquals(0, elsewhere.toFile().list().length);
    }

    @Test
    public void aReportThatWasChangedOrRemovedProvesNothing() throws Exception {
        run();
        Path report = upgrade.path("new/repository/upgrade/reports/compare.json");
        byte[] written = Files.readAllBytes(report);
        Files.write(
                report,
                new String(written, StandardCharsets.UTF_8)
                        .replace("true", "null")
                        .getBytes("UTF-8"));
        assertEquals(1, upgrade.command("report"));
        assertTrue(upgrade.output(), upgrade.output().contains("REPORT_CHANGED"));
        Files.delete(report);
        assertEquals(1, upgrade.command("report"));
        assertTrue(upgrade.output(), upgrade.output().contains("The report is gone"));
        assertEquals(0, upgrade.command("compare"));
        assertEquals(0, upgrade.command("report"));
    }

    private void run(String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "run";
        System.arraycopy(options, 0, words, 1, options.length);
        int status = upgrade.command(words);
        assertEquals(upgrade.output(), 0, status);
    }

    private int runs(String step) {
        Pattern started = Pattern.compile("\"STEP_STARTED\",\"step\":\"" + step + "\"");
        return started.split(upgrade.state("journal.jsonl"), -1).length - 1;
    }
}
