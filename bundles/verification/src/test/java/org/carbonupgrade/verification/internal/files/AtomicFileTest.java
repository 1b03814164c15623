package org.carbonupgrade.verification.internal.files;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AtomicFileTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void replacesAFileAndLeavesNothingBesideIt() throws Exception {
        Path file = folder.getRoot().toPath().resolve("sub/report");
        AtomicFile.write(file, out -> out.write(bytes("old")));
        AtomicFile.write(file, out -> out.write(bytes("new")));

        assertArrayEquals(bytes("new"), Files.readAllBytes(file));
        assertArrayEquals(new String[] {"report"}, file.getParent().toFile().list());
    }

    @Test
    public void aFailureKeepsTheFileAsItWas() throws Exception {
        Path file = folder.getRoot().toPath().resolve("report");
        AtomicFile.write(file, out -> out.write(bytes("old")));

        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(bytes("half"));
                    throw new IOException("disk full");
                }));
        assertArrayEquals(bytes("old"), Files.readAllBytes(file));
    }

    @Test
    public void deletingTakesAnInterruptedTryWithIt() throws Exception {
        Path file = folder.getRoot().toPath().resolve("store.xml");
        Files.write(file, bytes("whole"));
        Files.write(folder.getRoot().toPath().resolve("store.xml.tmp"), bytes("ha"));

        AtomicFile.delete(file);

        assertEquals(0, folder.getRoot().list().length);
    }

    @Test
    public void directoriesAreTheOwnersAlone() throws Exception {
        Path directory = folder.getRoot().toPath().resolve("upgrade");
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));

        AtomicFile.makeDirectories(directory);

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        assertFalse(Files.isSymbolicLink(directory));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
