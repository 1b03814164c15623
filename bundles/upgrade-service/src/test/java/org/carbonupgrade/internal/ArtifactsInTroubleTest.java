package org.carbonupgrade.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A new home whose disk is full or read-only, or that is a link; disks are made in memory, by whoever may mount them. */
public class ArtifactsInTroubleTest {

    private static final String TENANTS = "repository/tenants";
    private static final String DATA = TENANTS + "/1/data";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final byte[] data = new byte[3 << 20];
    private TestUpgrade upgrade;
    private Path disk;
    private boolean mounted;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        new Random(1).nextBytes(data);
        upgrade.oldHome().file(DATA, "").file(TENANTS + "/1/last", "x");
        Files.write(upgrade.path("old/" + DATA), data);
        disk = upgrade.path("new/" + TENANTS);
    }

    @After
    public void unmountTheDisk() throws Exception {
        if (mounted) {
            succeeds("umount", disk.toString());
        }
    }

    @Test
    public void aFullDiskLeavesNothingHalfMadeAndIsGoneOnWithWhenThereIsRoom() throws Exception {
        mount("size=1m");
        upgrade.upTo("configure");
        assertEquals(1, upgrade.command("artifacts"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_WRITE"));
        assertEquals("", OddNames.shell(disk, "find . -name 'data' -o -name '.carbon-upgrade*'"));
        assertTrue(succeeds("mount", "-o", "remount,size=10m", disk.toString()));
        carriedAll();
    }

    @Test
    public void aReadOnlyDiskIsSaidAndGoneOnWithWhenItIsWritable() throws Exception {
        mount("size=10m");
        upgrade.upTo("configure");
        assertTrue(succeeds("mount", "-o", "remount,ro", disk.toString()));
        assertEquals(1, upgrade.command("artifacts"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_WRITE"));
        assertTrue(succeeds("mount", "-o", "remount,rw", disk.toString()));
        carriedAll();
    }

    @Test
    public void aNewHomeThatIsALinkIsTheDirectoryThatItLeadsTo() throws Exception {
        Files.createSymbolicLink(upgrade.path("current"), upgrade.path("new"));
        upgrade.plan("new.home", "current");
        upgrade.upTo("configure");
        carriedAll();
        assertTrue(Files.isSymbolicLink(upgrade.path("current")));
        assertTrue(Files.exists(upgrade.path("new/repository/conf/registry.xml")));
    }

    @Test
    public void nothingIsWrittenWhereALinkLeadsOutOfTheNewHome() throws Exception {
        Files.createSymbolicLink(disk, upgrade.path("old/" + TENANTS));
        upgrade.newHome().file(TENANTS + "/1/last", "y");
        upgrade.oldHome().file("repository/conf/linked/own.txt", "x");
        Files.createDirectories(upgrade.path("elsewhere"));
        Files.createSymbolicLink(upgrade.path("new/repository/conf/linked"), upgrade.path("elsewhere"));
        upgrade.upTo("schema");
        Map<String, String> before = outsideOfTheNewHome();
        assertEquals(2, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("NEW_HOME_LINK"));
        Files.delete(upgrade.path("new/repository/conf/linked"));
        assertEquals(0, upgrade.command("configure"));
        assertEquals(1, upgrade.command("artifacts"));
        assertTrue(upgrade.output(), upgrade.output().contains("NEW_HOME_LINK"));
        assertEquals(before, outsideOfTheNewHome());
        Files.delete(disk);
        carriedAll();
    }

    @Test
    public void filesAndDirectoriesInEachOthersPlacesAreSaidAndAllElseIsCarried() throws Exception {
        upgrade.oldHome().file(TENANTS + "/1/a/f", "x").file(TENANTS + "/1/b", "x");
        upgrade.newHome().file(TENANTS + "/1/a", "y").file(TENANTS + "/1/b/f", "y");
        upgrade.upTo("configure");
        assertEquals(1, upgrade.command("artifacts"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_WRITE"));
        assertTrue(upgrade.output(), upgrade.output().contains("new/" + TENANTS + "/1/a"));
        assertEquals("y", upgrade.text("new/" + TENANTS + "/1/a"));
        assertEquals("y", upgrade.text("new/" + TENANTS + "/1/b/f"));
        assertEquals("x", upgrade.state("aside/" + TENANTS + "/1/b.old"));
        assertArrayEquals(data, Files.readAllBytes(upgrade.path("new/" + DATA)));
        Files.delete(disk.resolve("1/a"));
        assertEquals(upgrade.output(), 0, upgrade.command("artifacts"));
        assertEquals("x", upgrade.text("new/" + TENANTS + "/1/a/f"));
    }

    @Test
    public void whatACopyThatWasKilledLeftIsRemoved() throws Exception {
        upgrade.upTo("configure");
        Files.createDirectories(disk.resolve("1"));
        Files.write(disk.resolve("1/.carbon-upgrade-part-3"), new byte[7]);
        carriedAll();
    }

    /** The plan is written anew for every command. */
    private Map<String, String> outsideOfTheNewHome() throws IOException {
        Map<String, String> files =
                new TreeMap<>(Fingerprint.of(folder.getRoot().toPath(), "new/repository"));
        files.remove("upgrade.properties");
        return files;
    }

    private void carriedAll() throws IOException {
        int status = upgrade.command("artifacts");
        assertEquals(upgrade.output(), 0, status);
        assertArrayEquals(data, Files.readAllBytes(upgrade.path("new/" + DATA)));
        assertEquals(3, Fingerprint.of(disk.resolve("1"), null).size());
    }

    private void mount(String options) throws Exception {
        Files.createDirectories(disk);
        mounted = succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
        assumeTrue("may mount", mounted);
    }

    private static boolean succeeds(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
