package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.KilledCommand;
import org.carbonupgrade.internal.SmallDisk;
import org.carbonupgrade.internal.TestUpgrade;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A place for backups whose disk is full or read-only, or that goes away. */
public class BackupInTroubleTest {

    private static final int DATA = 6 << 20;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;
    private Path place;
    private boolean mounted;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        byte[] data = new byte[DATA];
        new Random(1).nextBytes(data);
        upgrade.oldHome().file("repository/deployment/server/data", "");
        Files.write(upgrade.path("old/repository/deployment/server/data"), data);
        place = Files.createDirectory(upgrade.path("backup"));
        assertEquals(0, upgrade.command("check"));
    }

    @After
    public void unmountTheDisk() throws Exception {
        if (mounted) {
            SmallDisk.unmount(place);
        }
    }

    @Test
    public void aFullDiskLeavesNoBackupAndTheNextIsMadeWhenThereIsRoom() throws Exception {
        mount("size=4m");
        failed();
        SmallDisk.remount(place, "size=40m");
        succeeds();
    }

    @Test
    public void aReadOnlyDiskIsSaid() throws Exception {
        mount("size=40m");
        SmallDisk.remount(place, "ro");
        failed();
        SmallDisk.remount(place, "rw");
        succeeds();
    }

    @Test
    public void aPlaceThatGoesAwayMeanwhileIsNoBackup() throws Exception {
        Process process = KilledCommand.start(upgrade, "backup");
        while (process.isAlive() && place.toFile().list().length == 0) {
            Thread.sleep(1);
        }
        assertTrue(process.isAlive());
        Files.move(place, upgrade.path("elsewhere"));
        assertEquals(upgrade.text("log"), 1, process.waitFor());
        assertTrue(upgrade.text("log"), upgrade.text("log").contains("BACKUP_WRITE"));
        assertEquals(2, upgrade.command("copy"));
        FileUtils.deleteDirectory(upgrade.path("elsewhere").toFile());
        succeeds();
    }

    private void failed() {
        assertEquals(upgrade.output(), 1, upgrade.command("backup"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_WRITE"));
        assertArrayEquals(new String[0], place.toFile().list());
        assertFalse(upgrade.state("journal.jsonl").contains("BACKUP_MADE"));
        assertEquals("without a backup nothing goes on", 2, upgrade.command("copy"));
    }

    private void succeeds() {
        int status = upgrade.command("backup");
        assertEquals(upgrade.output(), 0, status);
        assertEquals(1, place.toFile().list().length);
        assertEquals(0, upgrade.command("backup", "--verify"));
    }

    private void mount(String options) throws Exception {
        mounted = SmallDisk.mount(place, options);
        assumeTrue("may mount", mounted);
    }
}
