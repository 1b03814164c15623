package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.junit.Before;
import org.junit.Test;

/**
 * Wherever a copier dies that clones, the next run puts right what it left. Between two renamings nobody can be killed on purpose:
 * those states are made by moving files as it does.
 */
public class H2CloneKillTest extends H2Test {

    private static final int ROUNDS =
            Integer.getInteger("carbonupgrade.clone.kills", Boolean.getBoolean("carbonupgrade.endurance") ? 50 : 2);

    private String expected;
    private String before;

    @Before
    public void makeAnOldDatabase() throws Exception {
        strategy = Strategy.CLONE;
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, B BLOB, C CLOB)",
                "INSERT INTO T SELECT X, REPEAT('ab', X * 2000), REPEAT('ä', X * 2000) FROM SYSTEM_RANGE(1, 60)");
        expected = dump(old);
        before = FileStates.of(path("old"));
    }

    @Test
    public void isKilledAtAnyMoment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            System.out.println("H2 " + version + " clone seed " + seed);
            ForkedJvm copy = ForkedCopy.start(version, path(""), Strategy.CLONE);
            Random random = new Random(seed);
            while (copy.isAtWork() && random.nextInt(4) != 0 && !Files.exists(path("new/repository"))) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
            copy.kill();
            goesOn();
            FileUtils.deleteDirectory(path("new").toFile());
        }
    }

    /** The lost files of a copier that died while it copied, and while it had the clone open. */
    @Test
    public void diedWhileTheCloneWasMade() throws Exception {
        Path folder = cloned();
        Files.delete(main(folder));
        Files.write(folder.resolve("DB.lock.db"), new byte[10]);
        goesOn();
    }

    @Test
    public void diedBeforeAnythingWasPutInPlace() throws Exception {
        Path folder = cloned();
        Files.createFile(folder.resolve("put-in-place"));
        goesOn();
    }

    @Test
    public void diedWhenTheLargeObjectsWereInPlace() throws Exception {
        Path folder = cloned();
        Files.createFile(folder.resolve("put-in-place"));
        if (version.equals("1.2.140")) {
            Files.move(folder.resolve("DB.lobs.db"), path("new/repository/DB.lobs.db"));
        }
        goesOn();
    }

    @Test
    public void diedWhenAllWasInPlace() throws Exception {
        copy();
        Path folder = Files.createDirectory(folder());
        Files.createFile(folder.resolve("put-in-place"));
        assertEquals("complete already", copy().strategy());
        goesOn();
    }

    /** Also when the next run streams. */
    @Test
    public void putsRightWhatWasLeftBeforeItStreams() throws Exception {
        diedWhenTheLargeObjectsWereInPlace();
        FileUtils.deleteDirectory(path("new").toFile());
        strategy = Strategy.STREAM;
        diedWhenTheLargeObjectsWereInPlace();
    }

    /** What another upgrade was about to put there is not ours to remove, nor are large objects that nobody put there. */
    @Test
    public void leavesAloneWhatIsNotItsOwn() throws Exception {
        Path another = Files.createDirectories(path("new/repository/DB.clone-0123456789abcdef"));
        Files.createFile(another.resolve("DB.h2.db"));
        copy();
        assertTrue(Files.exists(another.resolve("DB.h2.db")));
    }

    /** A clone, complete but not put in place: gives its folder. */
    private Path cloned() throws Exception {
        Strategy wanted = strategy;
        strategy = Strategy.CLONE;
        copy();
        strategy = wanted;
        Path folder = Files.createDirectory(folder());
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(path("new/repository"), "DB.*.db")) {
            for (Path part : parts) {
                Files.move(part, folder.resolve(part.getFileName()));
            }
        }
        assertTrue(Files.exists(main(folder)));
        return folder;
    }

    private Path folder() {
        return path("new/repository/DB.clone-" + DigestUtils.sha256Hex(UPGRADE).substring(0, 16));
    }

    private Path main(Path folder) {
        return folder.resolve(version.equals("1.4.199") ? "DB.mv.db" : "DB.h2.db");
    }

    private void goesOn() throws Exception {
        copy();
        assertTrue(compare().equal());
        assertEquals(expected, dump(staging));
        assertFalse("nothing is left behind", Files.exists(folder()));
        assertEquals("the old database is as it was", before, FileStates.of(path("old")));
    }
}
