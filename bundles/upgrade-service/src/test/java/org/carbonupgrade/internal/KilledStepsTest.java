package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Kills one step at random moments while it works; {@code carbonupgrade.kills} says how often, {@code carbonupgrade.seed} when. */
public class KilledStepsTest {

    private static final int KILLS =
            Integer.getInteger("carbonupgrade.kills", Boolean.getBoolean("carbonupgrade.endurance") ? 30 : 1);
    private static final int FILES = 60;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final long seed = Long.getLong("carbonupgrade.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private String before;

    @Test
    public void configureGoesOnToTheSameEnd() throws Exception {
        killed("configure");
    }

    @Test
    public void artifactsGoesOnToTheSameEnd() throws Exception {
        killed("artifacts");
    }

    private void killed(String step) throws Exception {
        TestUpgrade undisturbed = upTo(step, "undisturbed");
        Process process = KilledCommand.start(undisturbed, step);
        waitForWork(undisturbed, process);
        long started = System.nanoTime();
        assertEquals("seed " + seed, 0, process.waitFor());
        long nanos = System.nanoTime() - started;
        Map<String, String> expected = result(undisturbed);
        int early = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            TestUpgrade upgrade = upTo(step, "killed-" + kill);
            process = KilledCommand.start(upgrade, step);
            waitForWork(upgrade, process);
            process.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
            early += upgrade.state("journal.jsonl").equals(before) ? 1 : 0;
            assertEquals("seed " + seed, expected, result(upgrade));
        }
        assertTrue("seed " + seed + ": no kill hit the step at work", early < KILLS);
    }

    private TestUpgrade upTo(String step, String name) throws Exception {
        TestUpgrade upgrade =
                TestUpgrade.in(Files.createDirectory(folder.getRoot().toPath().resolve(name)));
        upgrade.newHome().file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
        for (int i = 0; i < FILES; i++) {
            char[] content = new char[i * 50];
            Arrays.fill(content, (char) ('a' + i % 26));
            String text = new String(content);
            upgrade.oldHome()
                    .file("repository/conf/own/" + i + ".properties", "key=" + text + "\n")
                    .file("repository/deployment/server/" + i % 7 + "/" + i, text)
                    .file("repository/resources/security/changed" + i + ".txt", "old");
            if (i % 3 == 0) {
                upgrade.newHome().file("repository/resources/security/changed" + i + ".txt", "shipped");
                TestHome.make(upgrade.path("vanilla"), "4.4.6")
                        .file("repository/resources/security/changed" + i + ".txt", "shipped");
            }
        }
        String[] all = {"check", "backup", "copy", "compare", "schema", "configure"};
        for (int i = 0; i < all.length && !all[i].equals(step); i++) {
            assertEquals("seed " + seed + ": " + upgrade.output(), 0, upgrade.command(all[i]));
        }
        before = upgrade.state("journal.jsonl");
        return upgrade;
    }

    /** The step is at work once it stands in the journal. */
    private void waitForWork(TestUpgrade upgrade, Process process) throws Exception {
        while (process.isAlive() && upgrade.state("journal.jsonl").equals(before)) {
            Thread.sleep(1);
        }
    }

    private Map<String, String> result(TestUpgrade upgrade) {
        int status = upgrade.command("run");
        assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
        Map<String, String> result = new TreeMap<>();
        Fingerprint.of(upgrade.path("new"), "repository/upgrade").forEach((name, entry) -> {
            assertFalse("seed " + seed + ": " + name, name.contains(".carbon-upgrade") || name.endsWith(".new"));
            // Times are those of the run; staging has the upgrade's id, and data sources its path.
            boolean own = name.startsWith("repository/database/") || name.endsWith("master-datasources.xml");
            result.put(name, own ? "" : entry.replaceFirst("^\\S+Z ", ""));
        });
        return result;
    }
}
