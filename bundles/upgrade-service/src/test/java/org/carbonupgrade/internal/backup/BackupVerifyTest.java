package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.TestBackup;
import org.carbonupgrade.internal.TestUpgrade;
import org.carbonupgrade.internal.state.UpgradeLock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BackupVerifyTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;
    private Path backup;

    @Before
    public void backUp() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        assertEquals(0, upgrade.command("check"));
        int status = upgrade.command("backup");
        assertEquals(upgrade.output(), 0, status);
        backup = TestBackup.only(upgrade.path("backup"));
    }

    @Test
    public void aBackupThatIsAsItWasPassesAtAnyTime() throws Exception {
        FileUtils.deleteDirectory(upgrade.path("old/repository/database").toFile());
        int status = upgrade.command("backup", "--verify");
        assertEquals(upgrade.output(), 0, status);
        assertTrue(upgrade.output(), upgrade.output().contains("read back equal"));
    }

    @Test
    public void aChangedByteOfAnyFileIsFound() throws Exception {
        for (String name : backup.toFile().list()) {
            Path file = backup.resolve(name);
            flip(file);
            assertEquals(name, 1, upgrade.command("backup", "--verify"));
            assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_DAMAGED"));
            assertTrue(upgrade.output(), upgrade.output().contains(file.toString()));
            flip(file);
        }
        assertEquals(0, upgrade.command("backup", "--verify"));
    }

    @Test
    public void aMissingFileIsFoundAndAnotherBackupIsDue() throws Exception {
        Files.delete(backup.resolve("WSO2UM_DB.sql.gz"));
        assertEquals(1, upgrade.command("backup", "--verify"));
        assertTrue(upgrade.output(), upgrade.output().contains("it is gone"));
        assertEquals("what is not proven has to be made again", 2, upgrade.command("copy"));
        assertEquals(0, upgrade.command("backup"));
        assertEquals(0, upgrade.command("backup", "--verify"));
    }

    @Test
    public void anArchiveThatIsNotWhatItsManifestSaysIsFound() throws Exception {
        Path other = folder.newFile().toPath();
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(other))) {
            IOUtils.copy(new ByteArrayInputStream(new byte[10240]), out);
        }
        assertFalse(ArchiveReader.firstDifference(other, backup.resolve("home.sha256"), UpgradeListener.NONE)
                .isEmpty());
    }

    @Test
    public void anotherModeTimeOwnerOrContentIsFound() throws Exception {
        Path archive = backup.resolve("home.tar.gz");
        String manifest =
                FileUtils.readFileToString(backup.resolve("home.sha256").toFile(), "ISO-8859-1");
        Path other = folder.newFile().toPath();
        for (String part : new String[] {"# 100644 ", " 1", ":", "\n[0-9a-f]"}) {
            String changed = manifest.replaceFirst(part, part.startsWith("\n") ? "\nx" : part.replaceAll("[14:]", "7"));
            assertFalse(part, changed.equals(manifest));
            FileUtils.write(other.toFile(), changed, "ISO-8859-1");
            assertNotNull(part, ArchiveReader.firstDifference(archive, other, UpgradeListener.NONE));
        }
    }

    @Test
    public void withoutABackupThereIsNothingToVerify() throws Exception {
        FileUtils.deleteDirectory(upgrade.path("new/repository/upgrade").toFile());
        assertEquals(0, upgrade.command("check"));
        assertEquals(2, upgrade.command("backup", "--verify"));
        assertTrue(upgrade.output(), upgrade.output().contains("BACKUP_MISSING"));
    }

    @Test
    public void theScriptOfAnEmbeddedDatabaseIsRestoredAndComparedBeforeItCounts() throws Exception {
        assertEquals(2, upgrade.state("reports/backup.json").split("restored and compared: equal", -1).length - 1);
        assertEquals("nothing is left of it", 5, backup.toFile().list().length);
        DatabaseSpec old = DatabaseSpec.named("old")
                .url("jdbc:h2:" + upgrade.path("old/repository/database/UM"))
                .user("carbon", "pass-word")
                .snapshots(folder.newFolder().toPath())
                .build();
        RestoredScript restored = new RestoredScript(old, new JdbcDatabaseCopier());
        assertEquals(Optional.empty(), restored.difference(backup.resolve("WSO2UM_DB.sql.gz")));
        String another =
                restored.difference(backup.resolve("WSO2_CARBON_DB.sql.gz")).get();
        assertTrue(another, another.startsWith("the schema differs, first in "));
        assertEquals(
                Optional.of("rows differ, first in PUBLIC.UM_USER"), restored.difference(changed("'admin'", "'x'")));
        // and nothing of the rows that it could not insert
        assertEquals(
                Optional.of("it cannot be run (DB_SQL)"), restored.difference(changed("INSERT INTO", "INSERT NO")));
    }

    /** The script of the users' database with another text in it. */
    private Path changed(String text, String another) throws Exception {
        Path changed = folder.getRoot().toPath().resolve("changed-" + another.length() + ".sql.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(backup.resolve("WSO2UM_DB.sql.gz")));
                GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(changed))) {
            String script = IOUtils.toString(in, "UTF-8");
            assertTrue(script, script.contains(text));
            out.write(script.replace(text, another).getBytes("UTF-8"));
        }
        return changed;
    }

    @Test
    public void theScriptOfAnEmbeddedDatabaseMakesItAnew() throws Exception {
        String url = "jdbc:h2:" + folder.getRoot() + "/again";
        try (Connection connection = DriverManager.getConnection(url, "carbon", "pass-word");
                Statement statement = connection.createStatement()) {
            statement.execute("RUNSCRIPT FROM '" + backup.resolve("WSO2UM_DB.sql.gz") + "' COMPRESSION GZIP");
            ResultSet users = statement.executeQuery("SELECT UM_USER_NAME FROM UM_USER WHERE UM_ID = 2");
            assertTrue(users.next());
            assertEquals("j\u00fcrgen", users.getString(1));
        }
    }

    @Test
    public void whatAKilledBackupLeftGoesAndWhatAnotherOneWritesStays() throws Exception {
        Path dead = Files.createDirectory(upgrade.path("backup/old-20200101-000000.partial"));
        Files.write(dead.resolve("home.tar.gz"), new byte[100]);
        Path alive = Files.createDirectory(upgrade.path("backup/old-20200101-000001.partial"));
        Path others = Files.createDirectory(upgrade.path("backup/older-20200101-000000.partial"));
        UpgradeLock held = UpgradeLock.tryTake(alive.resolve("lock")).get();
        assertEquals(0, upgrade.command("backup"));
        held.close();
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(alive));
        assertTrue(Files.exists(others));
    }

    private static void flip(Path file) throws Exception {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = content.length() / 2;
            content.seek(middle);
            int was = content.read();
            content.seek(middle);
            content.write(was ^ 1);
        }
    }
}
