package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BackupStepTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
    }

    @Test
    public void whatIsUnpackedFromTheBackupIsTheOldHome() throws Exception {
        upgrade.oldHome()
                .file("bin/run me.sh", "x")
                .file("repository/\u00fcml\u00e4ut/" + longName(), "y")
                .file("empty/.keep", "");
        Path old = upgrade.path("old");
        Files.setPosixFilePermissions(old.resolve("bin/run me.sh"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setLastModifiedTime(old.resolve("bin/run me.sh"), FileTime.fromMillis(1_400_000_000_000L));
        Files.createSymbolicLink(old.resolve("bin/link"), Paths.get("run me.sh"));
        Files.createDirectories(old.resolve("nothing/inside"));
        Map<String, String> before = withoutFractions(Fingerprint.of(old, null));

        assertEquals(0, upgrade.command("check"));
        succeeds("backup");

        Path restored = restore();
        assertEquals(before, withoutFractions(Fingerprint.of(restored.resolve("old"), null)));
        assertEquals(
                "rwxr-x---",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("old/bin/run me.sh"))));
        OddNames.shell(restored, "sha256sum --quiet --strict -c " + made("home.sha256"));
    }

    @Test
    public void namesThatAreNoTextAreKeptByteByByte() throws Exception {
        Path odd = Files.createDirectories(upgrade.path("old/odd"));
        OddNames.make(odd, "\\377\\376", "one");
        OddNames.make(odd, "\\376\\376", "two");
        OddNames.make(odd, "back\\\\slash", "three");
        OddNames.make(odd, "new\\nline", "four");
        OddNames.shell(odd, "ln -s \"$(printf '\\376\\376')\" link");

        assertEquals(0, upgrade.command("check"));
        succeeds("backup");

        Path restored = restore();
        assertEquals(OddNames.digests(odd), OddNames.digests(restored.resolve("old/odd")));
        assertEquals("two", OddNames.shell(restored.resolve("old/odd"), "cat link"));
        assertEquals("", OddNames.shell(restored, "sha256sum --quiet --strict -c " + made("home.sha256")));
    }

    @Test
    public void saysWhichLinksLeadToWhatItDoesNotHold() throws Exception {
        Path old = upgrade.path("old");
        Files.createSymbolicLink(old.resolve("inside"), Paths.get("bin"));
        Files.createSymbolicLink(old.resolve("nowhere"), Paths.get("/no/such/file"));
        Files.createDirectories(upgrade.path("elsewhere"));
        Files.createSymbolicLink(old.resolve("outside"), upgrade.path("elsewhere"));
        assertEquals(0, upgrade.command("check"));
        succeeds("backup");
        assertEquals(2, upgrade.output().split("BACKUP_LINK_OUTSIDE", -1).length);
        assertTrue(
                upgrade.output(),
                upgrade.output().contains(old.resolve("outside").toString()));
    }

    @Test
    public void nobodyElseCanReadIt() throws Exception {
        assertEquals(0, upgrade.command("check"));
        succeeds("backup");
        for (File file : backup().toFile().listFiles()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath())));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())));
    }

    @Test
    public void databasesOutsideTheHomeAreInIt() throws Exception {
        upgrade.sql("data/X", "CREATE TABLE T(A INT)");
        upgrade.oldHome()
                .dataSources(
                        new String[] {"WSO2UM_DB", "jdbc/WSO2UM", "jdbc:h2:${carbon.home}/repository/database/UM"},
                        new String[] {"X_DB", "jdbc/X", "jdbc:h2:" + upgrade.path("data/X")});
        upgrade.oldHome().file("repository/conf/registry.xml", "<wso2registry/>");
        upgrade.plan("staging.X_DB.url", "jdbc:h2:" + upgrade.path("staging/X"));
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
        succeeds("backup");
        Path restored = restore();
        assertTrue(Files.exists(restored.resolve("databases/X_DB/X.mv.db")));
    }

    @Test
    public void theBackupThatTheOperatorMadeIsRecorded() throws Exception {
        Files.write(upgrade.path("mine.tar"), new byte[] {1, 2, 3});
        upgrade.plan("backup.dir", null).plan("backup.existing", "mine.tar");
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
        assertEquals(0, upgrade.command("backup"));
        assertTrue(upgrade.state("reports/backup.json")
                .contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"));
        Files.delete(upgrade.path("mine.tar"));
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_MISSING"));
    }

    @Test(timeout = 20_000)
    public void aBackupOfTheOperatorsThatNeverEndsIsRefusedAndPipesInOneAreNotRead() throws Exception {
        OddNames.shell(folder.getRoot().toPath(), "mkfifo pipe; mkdir mine; mkfifo mine/pipe; echo x > mine/file");
        upgrade.plan("backup.dir", null).plan("backup.existing", "pipe");
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_MISSING"));
        upgrade.plan("backup.existing", "mine");
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
        succeeds("backup");
        OddNames.make(upgrade.path("mine"), "\\376", "odd");
        assertEquals(1, upgrade.command("backup", "--verify"));
        succeeds("backup");
        succeeds("backup", "--verify");
    }

    @Test
    public void withoutABackupThereIsNoUpgrade() {
        upgrade.plan("backup.dir", null);
        assertEquals(2, upgrade.command("run"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_MISSING"));
    }

    @Test
    public void aBackupDoesNotLieInWhatItIsABackupOf() {
        upgrade.plan("backup.dir", "old/backup");
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_PLACE"));
        assertFalse(Files.exists(upgrade.path("old/backup")));
    }

    @Test
    public void norDoesOneThatALinkLeadsTo() throws Exception {
        Files.createSymbolicLink(upgrade.path("link"), upgrade.path("old"));
        upgrade.plan("backup.dir", "link/backup");
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_PLACE"));
    }

    @Test
    public void anArchiveThatCannotBeFinishedDoesNotLookLikeOne() throws Exception {
        assertEquals(0, upgrade.command("check"));
        Files.createFile(upgrade.path("backup"));
        assertEquals(1, upgrade.command("backup"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_WRITE"));
        Files.delete(upgrade.path("backup"));
        succeeds("backup");
        assertEquals(1, upgrade.path("backup").toFile().list().length);
    }

    private void succeeds(String... command) {
        int status = upgrade.command(command);
        assertEquals(upgrade.output(), 0, status);
    }

    private Path restore() throws Exception {
        Path restored = folder.newFolder("restored").toPath();
        OddNames.shell(restored, "tar xzpf " + made("home.tar.gz"));
        return restored;
    }

    private Path made(String name) {
        return backup().resolve(name);
    }

    private Path backup() {
        return TestBackup.only(upgrade.path("backup"));
    }

    /** A tar keeps whole seconds. */
    private static Map<String, String> withoutFractions(Map<String, String> entries) {
        entries.replaceAll((name, value) -> value.replaceFirst("\\.\\d+Z", "Z"));
        return entries;
    }

    private static String longName() {
        char[] name = new char[180];
        Arrays.fill(name, 'n');
        return new String(name) + "/" + new String(name);
    }
}
