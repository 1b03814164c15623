package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Kills {@code check} and {@code schema --apply} at random moments; {@code carbonupgrade.kills} says how often, {@code
 * carbonupgrade.seed} when.
 */
public class KilledSchemaTest {

    private static final int KILLS =
            Integer.getInteger("carbonupgrade.kills", Boolean.getBoolean("carbonupgrade.endurance") ? 30 : 2);
    private static final int TABLES = 4;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final long seed = Long.getLong("carbonupgrade.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private String before;

    @Test
    public void schemaGoesOnToTheSameEnd() throws Exception {
        TestUpgrade undisturbed = upTo("undisturbed", "check", "backup", "copy", "compare");
        long nanos = time(undisturbed, "schema", "--apply");
        List<String> expected = catalogue(undisturbed);
        assertTrue(expected.toString(), expected.toString().contains("UM_MORE_" + (TABLES - 1)));
        int early = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            TestUpgrade upgrade = upTo("killed-" + kill, "check", "backup", "copy", "compare");
            early += kill(upgrade, nanos, "schema", "--apply") ? 0 : 1;
            int status = upgrade.command("schema", "--apply");
            assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
            assertEquals("seed " + seed, expected, catalogue(upgrade));
            assertTrue(
                    "seed " + seed,
                    upgrade.findings("schema", "SCHEMA_DRIFT").stream().allMatch(each -> each.startsWith("OK ")));
            status = upgrade.command("run");
            assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
            assertEquals("seed " + seed, expected, catalogue(upgrade));
        }
        assertTrue("seed " + seed + ": no kill hit the step at work", early < KILLS);
    }

    @Test
    public void checkLeavesNothingThatIsInTheWay() throws Exception {
        TestUpgrade undisturbed = upTo("undisturbed");
        long nanos = time(undisturbed, "check");
        String expected = findings(undisturbed);
        TestUpgrade upgrade = upTo("killed");
        for (int kill = 0; kill < KILLS; kill++) {
            kill(upgrade, nanos, "check");
            int status = upgrade.command("check");
            assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
            assertEquals("seed " + seed, expected, findings(upgrade));
        }
        int status = upgrade.command("run");
        assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
    }

    private TestUpgrade upTo(String name, String... steps) throws Exception {
        TestUpgrade upgrade =
                TestUpgrade.in(Files.createDirectory(folder.getRoot().toPath().resolve(name)), "8.0.0", "8.0.1");
        upgrade.newHome().file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < TABLES; i++) {
            String table = "UM_MORE_" + i;
            path.append("sql | h2 | table " + table + " | CREATE TABLE " + table + "(ID INT)\n");
            path.append("sql | h2 | column " + table + ".V | ALTER TABLE " + table + " ADD V INT\n");
            path.append("sql | h2 | index " + table + "." + table + "_I | CREATE INDEX " + table + "_I ON " + table
                    + "(V)\n");
        }
        Files.write(upgrade.path("8.0.0-8.0.1.txt"), path.toString().getBytes("UTF-8"));
        upgrade.plan("path.files", "8.0.0-8.0.1.txt");
        for (String step : steps) {
            int status = upgrade.command(step);
            assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
        }
        return upgrade;
    }

    /** How long a command works, undisturbed, once it stands in the journal. */
    private long time(TestUpgrade upgrade, String... command) throws Exception {
        Process process = start(upgrade, command);
        long started = waitForWork(upgrade, process);
        assertEquals("seed " + seed, 0, process.waitFor());
        return System.nanoTime() - started;
    }

    /** Whether it was at work when it was killed. */
    private boolean kill(TestUpgrade upgrade, long nanos, String... command) throws Exception {
        Process process = start(upgrade, command);
        waitForWork(upgrade, process);
        boolean ended = process.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    private long waitForWork(TestUpgrade upgrade, Process process) throws Exception {
        while (process.isAlive() && journal(upgrade).equals(before)) {
            Thread.sleep(1);
        }
        return System.nanoTime();
    }

    private Process start(TestUpgrade upgrade, String... command) throws Exception {
        before = journal(upgrade);
        return KilledCommand.start(upgrade, command);
    }

    private static String journal(TestUpgrade upgrade) {
        Path journal = upgrade.path("new/repository/upgrade/journal.jsonl");
        return Files.exists(journal) ? upgrade.state("journal.jsonl") : "";
    }

    /** What was found, but for places and what changes with time. */
    private static String findings(TestUpgrade upgrade) {
        return upgrade.report("check")
                .get("findings")
                .toString()
                .replace(upgrade.path("").toString(), "")
                .replaceAll("\\d+ [MK]B", "");
    }

    private static List<String> catalogue(TestUpgrade upgrade) throws Exception {
        String url = "jdbc:h2:" + upgrade.path("new/repository/database/UM");
        try (Connection connection = DriverManager.getConnection(url, "carbon", "pass-word")) {
            return Catalogue.of(connection, Arrays.asList("CARBON_UPGRADE"));
        }
    }
}
