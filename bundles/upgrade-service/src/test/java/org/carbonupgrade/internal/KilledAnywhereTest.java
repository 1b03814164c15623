package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Kills runs at random moments; {@code carbonupgrade.kills} says how many, {@code carbonupgrade.seed} which. */
public class KilledAnywhereTest {

    private static final int KILLS =
            Integer.getInteger("carbonupgrade.kills", Boolean.getBoolean("carbonupgrade.endurance") ? 30 : 3);
    private static final int DATA = 16 << 20;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final long seed = Long.getLong("carbonupgrade.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final byte[] data = new byte[DATA];

    @Before
    public void makeData() {
        new Random(1).nextBytes(data);
    }

    @Test
    public void aRunThatGoesOnEndsAsOneThatWasNotDisturbed() throws Exception {
        TestUpgrade undisturbed = upgrade("undisturbed");
        long started = System.nanoTime();
        assertEquals("seed " + seed, 0, KilledCommand.start(undisturbed, "run").waitFor());
        long millis = (System.nanoTime() - started) / 1_000_000;
        Map<String, String> expected = result(undisturbed);

        TestUpgrade killed = null;
        int last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill == last) {
                // Some runs are killed several times.
                killed = upgrade("killed-" + kill);
                last = kill + 1 + random.nextInt(3);
            }
            Process process = KilledCommand.start(killed, "run");
            process.waitFor(random.nextInt((int) millis), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (kill + 1 == last || kill + 1 == KILLS) {
                int status = killed.command("run");
                assertEquals("seed " + seed + ": " + killed.output(), 0, status);
                assertEquals("seed " + seed, expected, result(killed));
            }
        }
    }

    /** What a run has made; every step done, the journal whole, the backup proven, nothing half-made beside it. */
    private Map<String, String> result(TestUpgrade upgrade) {
        int status = upgrade.command("backup", "--verify");
        assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
        for (String made : upgrade.path("backup").toFile().list()) {
            assertTrue("seed " + seed + ": " + made, made.matches("old-\\d{8}-\\d{6}(-\\d+)?"));
        }
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("next: start the new server"));
        Map<String, String> result = new TreeMap<>();
        Fingerprint.of(upgrade.path("new"), "repository/upgrade").forEach((name, entry) -> {
            // Times are those of the run; in staging is the upgrade's id, and compare has passed.
            boolean database = name.startsWith("repository/database/");
            result.put(name, database ? "" : entry.replaceFirst("^\\S+Z ", ""));
        });
        result.replaceAll((name, entry) -> name.endsWith("master-datasources.xml") ? "" : entry);
        return result;
    }

    private TestUpgrade upgrade(String name) throws Exception {
        Path root = Files.createDirectory(folder.getRoot().toPath().resolve(name));
        TestUpgrade upgrade = TestUpgrade.in(root);
        upgrade.newHome().file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
        upgrade.oldHome().file("repository/deployment/server/data", "");
        Files.write(upgrade.path("old/repository/deployment/server/data"), data);
        return upgrade;
    }
}
