package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.internal.OddNames;
import org.carbonupgrade.internal.TestHome;
import org.carbonupgrade.internal.step.StepNotes;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HomeArchiveTest {

    private static final int LARGE = 24 << 20;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final StepNotes notes = new StepNotes();
    private TestHome home;

    @Before
    public void makeHome() throws Exception {
        home = TestHome.make(folder.getRoot().toPath().resolve("home"), "4.4.6");
    }

    @Test
    public void aFileThatGrowsWhileItIsReadIsNamedAndTheArchiveStaysReadable() throws Exception {
        changing("repository/deployment/grows", file -> Files.write(file, new byte[100], StandardOpenOption.APPEND));
        assertEquals(Status.FAIL, notes.status());
        assertTrue(codes(), codes().contains("BACKUP_CHANGED " + home.path().resolve("repository/deployment/grows")));
    }

    @Test
    public void aFileThatIsWrittenOverInItsLengthIsNamed() throws Exception {
        changing("repository/deployment/changes", file -> {
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.write(1);
            }
        });
        assertEquals(Status.FAIL, notes.status());
        assertTrue(codes(), codes().contains("BACKUP_CHANGED " + home.path().resolve("repository/deployment/changes")));
    }

    /** {@code carbonupgrade.sparse.mb} says how large; beyond 8 GB a tar writes sizes in another way. */
    @Test
    public void aLargeSparseFileIsArchivedWithAllItsZeros() throws Exception {
        long bytes = Long.getLong("carbonupgrade.sparse.mb", 64) << 20;
        home.file("repository/deployment/sparse", "");
        Path sparse = home.path().resolve("repository/deployment/sparse");
        try (RandomAccessFile content = new RandomAccessFile(sparse.toFile(), "rw")) {
            content.setLength(bytes);
            content.seek(bytes - 1);
            content.write(7);
        }
        archive(UpgradeListener.NONE);
        assertEquals(Status.OK, notes.status());
        String listed =
                OddNames.shell(folder.getRoot().toPath(), "tar tvzf a.tar.gz home/repository/deployment/sparse");
        assertTrue(listed, listed.contains(" " + bytes + " "));
        assertTrue(Files.size(folder.getRoot().toPath().resolve("a.tar.gz")) < bytes / 10 + (8 << 20));
    }

    @Test
    public void contentThatEndsEarlyIsFilledUpAndKnownToDiffer() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FixedContent content = new FixedContent(new ByteArrayInputStream(new byte[] {1, 2, 3}), 5);
        content.copyTo(out);
        assertArrayEquals(new byte[] {1, 2, 3, 0, 0}, out.toByteArray());
        assertTrue(content.differs());
        assertEquals(DigestUtils.sha256Hex(out.toByteArray()), content.sha256());
    }

    @Test
    public void contentThatIsLongerIsCutAndKnownToDiffer() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FixedContent content = new FixedContent(new ByteArrayInputStream(new byte[] {1, 2, 3}), 2);
        content.copyTo(out);
        assertArrayEquals(new byte[] {1, 2}, out.toByteArray());
        assertTrue(content.differs());
    }

    @Test
    public void aLogThatGrowsDoesNoHarm() throws Exception {
        changing("repository/logs/a.log", file -> Files.write(file, new byte[100], StandardOpenOption.APPEND));
        assertEquals(Status.WARN, notes.status());
    }

    @Test
    public void aFileThatVanishesIsNamedAndLeavesNoTrace() throws Exception {
        Path directory = Files.createDirectories(home.path().resolve("repository/deployment/many"));
        for (int i = 0; i < 20; i++) {
            Files.write(directory.resolve("f" + i), new byte[] {1});
        }
        archive(new UpgradeListener() {
            @Override
            public void done(long units, long bytes) {
                // The directory was listed when its first file is read.
                if (bytes == 1) {
                    for (int i = 0; i < 20; i++) {
                        directory.resolve("f" + i).toFile().delete();
                    }
                }
            }
        });
        assertEquals(Status.FAIL, notes.status());
        assertEquals(19, notes.findings().size());
    }

    private void changing(String name, Change change) throws Exception {
        byte[] content = new byte[LARGE];
        new Random(1).nextBytes(content);
        home.file(name, "");
        Path file = Files.write(home.path().resolve(name), content);
        Thread changer = new Thread(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    change.make(file);
                    Thread.sleep(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        archive(new UpgradeListener() {
            private boolean begun;

            @Override
            public void done(long units, long bytes) {
                if (!begun) {
                    begun = true;
                    changer.start();
                }
            }
        });
        changer.interrupt();
        changer.join();
    }

    private void archive(UpgradeListener listener) throws Exception {
        Path archive = folder.getRoot().toPath().resolve("a.tar.gz");
        Path manifest = folder.getRoot().toPath().resolve("a.sha256");
        try (OutputStream list = Files.newOutputStream(manifest);
                ManifestWriter written = new ManifestWriter(list);
                OutputStream out = Files.newOutputStream(archive);
                HomeArchive tar = new HomeArchive(out, written, new ArchiveNotes(home.open(), notes), listener)) {
            tar.addTree(home.path(), "home");
        }
        assertNull(ArchiveReader.firstDifference(archive, manifest, UpgradeListener.NONE));
    }

    private String codes() {
        return notes.findings().stream().map(HomeArchiveTest::shown).collect(Collectors.joining("\n"));
    }

    private static String shown(Finding finding) {
        return finding.code() + " " + finding.where();
    }

    private interface Change {
        void make(Path file) throws IOException;
    }
}
