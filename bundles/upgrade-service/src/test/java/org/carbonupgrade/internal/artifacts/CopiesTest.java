package org.carbonupgrade.internal.artifacts;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CopiesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Path, String> proven = new ConcurrentHashMap<>();

    @Test
    public void copiesMoreFilesThanWaitAtOnce() throws Exception {
        Path from = folder.newFolder("from").toPath();
        Path to = folder.newFolder("to").toPath();
        try (Copies copies = new Copies(findings::add, proven::put)) {
            for (int i = 0; i < 500; i++) {
                copies.later(Files.write(from.resolve("f" + i), new byte[] {(byte) i}), to.resolve("f" + i));
            }
            copies.await();
        }
        assertEquals(500, to.toFile().list().length);
        assertEquals(500, proven.size());
        for (int i = 0; i < 500; i++) {
            assertArrayEquals(new byte[] {(byte) i}, Files.readAllBytes(to.resolve("f" + i)));
            assertEquals(DigestUtils.sha256Hex(new byte[] {(byte) i}), proven.get(to.resolve("f" + i)));
        }
        assertTrue(findings.isEmpty());
    }

    @Test
    public void namesAFileThatVanishesAndGoesOn() throws Exception {
        Path there = Files.write(path("there"), new byte[] {1});
        try (Copies copies = new Copies(findings::add, proven::put)) {
            copies.later(path("gone"), path("gone-copy"));
            copies.later(there, path("there-copy"));
            copies.await();
        }
        assertEquals("ARTIFACT_VANISHED", findings.get(0).code());
        assertEquals(Status.WARN, findings.get(0).status());
        assertTrue(Files.exists(path("there-copy")));
        assertEquals("nothing half-made", 2, folder.getRoot().list().length);
    }

    /** The kernel writes this one anew for every reader: no two copies are equal, whatever the machine does meanwhile. */
    @Test
    public void namesAFileThatChangesWhileItIsCopiedAndDoesNotCarryIt() throws Exception {
        Path changing = Paths.get("/proc/uptime");
        assumeTrue("Linux", Files.exists(changing));
        try (Copies copies = new Copies(findings::add, proven::put)) {
            copies.now(changing, path("copy"));
        }
        assertTrue(proven.toString(), proven.isEmpty());
        assertEquals("ARTIFACT_DIFFERS", findings.get(0).code());
        assertEquals(Status.FAIL, findings.get(0).status());
        assertEquals("nothing half-made", 0, folder.getRoot().list().length);
    }

    @Test
    public void endsWhereAFileCannotBeWritten() throws Exception {
        Path there = Files.write(path("there"), new byte[] {1});
        try (Copies copies = new Copies(findings::add, proven::put)) {
            copies.now(there, path("nowhere/copy"));
            fail("there is no such directory");
        } catch (IOException e) {
            assertTrue(e.toString(), e.toString().contains("nowhere"));
        }
        assertFalse(Files.exists(path("nowhere")));
    }

    /** Those who come after the failure learn of it, and closing waits for nobody who never began. */
    @Test(timeout = 60_000)
    public void endsWhileOthersAreStillToCome() throws Exception {
        Path there = Files.write(path("there"), new byte[] {1});
        try (Copies copies = new Copies(findings::add, proven::put)) {
            while (true) {
                copies.later(there, path("nowhere/copy"));
            }
        } catch (IOException e) {
            assertTrue(e.toString(), e.toString().contains("nowhere"));
        }
    }

    private Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }
}
