package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.RandomAccessFile;
import java.util.List;
import org.junit.Test;

/** Whether there will be a backup, the old version as downloaded, and the space for all of it, is said before anything is changed. */
public class CheckBackupTest extends CheckedHomes {

    @Test
    public void aDiskThatIsTooSmall() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(
                upgrade.oldHome().path("repository/deployment/server/large").toFile(), "rw")) {
            sparse.setLength(4L << 40);
        }
        assertTrue(
                upgrade.check("SPACE").toString(), upgrade.check("SPACE").get(0).startsWith("FAIL "));
    }

    @Test
    public void aDiskThatIsTooSmallForTheBackup() throws Exception {
        try (RandomAccessFile sparse =
                new RandomAccessFile(upgrade.oldHome().path("large").toFile(), "rw")) {
            sparse.setLength(4L << 40);
        }
        upgrade.plan("backup.dir", "to/be/made");
        List<String> found = upgrade.check("SPACE");
        assertTrue(found.toString(), found.get(0).startsWith("OK The new home needs"));
        assertTrue(found.toString(), found.get(1).startsWith("FAIL The backup needs up to 4194"));
    }

    @Test
    public void noPlaceForABackup() throws Exception {
        upgrade.plan("backup.existing", null);
        one("BACKUP_MISSING", "FAIL The plan names no place for a backup, and no backup.");
        upgrade.plan("backup.existing", "none.tar");
        one("BACKUP_MISSING", "FAIL The backup that the plan names is no file or directory, or cannot be read.");
        upgrade.plan("backup.existing", null).plan("backup.dir", "old/backup");
        one("BACKUP_PLACE", "FAIL The backup would lie in the old home.");
    }

    @Test
    public void theOldVersionAsDownloaded() throws Exception {
        one("VANILLA_PACK", "WARN The plan names no old.vanilla.");
        upgrade.plan("old.vanilla", "old");
        one("VANILLA_PACK", "OK The old version as downloaded is at hand.");
        upgrade.plan("old.vanilla", "backup.tar");
        assertEquals(1, upgrade.check("VANILLA_UNREADABLE").size());
        assertEquals("[]", upgrade.findings("check", "VANILLA_PACK").toString());
    }
}
