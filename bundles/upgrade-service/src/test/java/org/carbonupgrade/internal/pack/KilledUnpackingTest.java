package org.carbonupgrade.internal.pack;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.Fingerprint;
import org.carbonupgrade.internal.KilledCommand;
import org.carbonupgrade.internal.TestUpgrade;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Kills the unpacking of a new home at random moments; {@code carbonupgrade.kills} says how often, {@code carbonupgrade.seed} when. */
public class KilledUnpackingTest {

    private static final int KILLS =
            Integer.getInteger("carbonupgrade.kills", Boolean.getBoolean("carbonupgrade.endurance") ? 30 : 2);
    private static final int FILES = 400;
    private static final int SIZE = 40_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final long seed = Long.getLong("carbonupgrade.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private TestUpgrade upgrade;

    @Before
    public void packTheNewHome() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        upgrade.plan("new.pack", "new.zip");
        byte[] content = new byte[SIZE];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(upgrade.path("new.zip")))) {
            for (Path file : FileUtils.listFiles(upgrade.path("new").toFile(), null, true).stream()
                    .map(java.io.File::toPath)
                    .toArray(Path[]::new)) {
                zip.putNextEntry(new ZipEntry("home/" + upgrade.path("new").relativize(file)));
                Files.copy(file, zip);
            }
            for (int i = 0; i < FILES; i++) {
                random.nextBytes(content);
                zip.putNextEntry(new ZipEntry("home/repository/components/" + i % 20 + "/" + i));
                zip.write(content);
            }
        }
    }

    @Test
    public void aHomeThatIsThereIsWhole() throws Exception {
        removeHome();
        Process process = KilledCommand.start(upgrade, "check");
        long begun = begun(process);
        while (process.isAlive() && !Files.exists(upgrade.path("new"))) {
            Thread.sleep(1);
        }
        long nanos = System.nanoTime() - begun;
        assertEquals("seed " + seed, 0, process.waitFor());
        Map<String, String> expected = home();
        int early = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            removeHome();
            process = KilledCommand.start(upgrade, "check");
            begun(process);
            process.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
            if (Files.exists(upgrade.path("new"))) {
                early++;
                assertEquals("seed " + seed, expected, home());
            }
            int status = upgrade.command("check");
            assertEquals("seed " + seed + ": " + upgrade.output(), 0, status);
            assertEquals("seed " + seed, expected, home());
            assertTrue(upgrade.state("journal.jsonl").startsWith("{\"at\":"));
            assertEquals("seed " + seed, 1, upgrade.state("journal.jsonl").split("HOME_UNPACKED", -1).length - 1);
            assertFalse(Files.exists(upgrade.path("new.unpacking")));
            assertFalse(Files.exists(upgrade.path("new.unpacking.lock")));
        }
        System.out.println(KILLS + " kills, " + early + " when the home had its name already");
    }

    /** When the unpacking had begun. */
    private long begun(Process process) throws Exception {
        while (process.isAlive() && !Files.exists(upgrade.path("new.unpacking"))) {
            Thread.sleep(1);
        }
        return System.nanoTime();
    }

    private void removeHome() throws Exception {
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
    }

    private Map<String, String> home() {
        return Fingerprint.of(upgrade.path("new"), "repository/upgrade");
    }
}
