package org.carbonupgrade.internal.state;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DurableTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void replacesAFileAndKeepsItsPermissions() throws Exception {
        Path file = folder.newFile("f").toPath();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Durable.write(file, "content");
        assertEquals("content", new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        assertEquals("r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertArrayEquals(
                "nothing is left beside", new String[] {"f"}, folder.getRoot().list());
    }

    @Test
    public void writesOverWhatACrashLeftBeside() throws Exception {
        Files.write(new File(folder.getRoot(), "f.new").toPath(), new byte[100]);
        Path file = new File(folder.getRoot(), "f").toPath();
        Durable.write(file, "x");
        assertEquals(1, Files.size(file));
    }

    @Test
    public void saysWhatItCouldNotWrite() {
        Path nowhere = folder.getRoot().toPath().resolve("none/f");
        Refusal.expect(UpgradeError.STATE_WRITE, nowhere.toString(), () -> Durable.write(nowhere, "x"));
    }
}
