package org.carbonupgrade.internal.pack;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.Fingerprint;
import org.carbonupgrade.internal.OddNames;
import org.carbonupgrade.internal.TestUpgrade;
import org.carbonupgrade.internal.state.UpgradeLock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PackedHomeTest {

    private static final int LINK = 0120777;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        upgrade.newHome()
                .file("bin/wso2server.sh", "#!/bin/sh\n")
                .file("repository/components/dropins/org.carbonupgrade.verification-1.0.0.jar", "");
        upgrade.plan("new.pack", "new.zip");
    }

    @Test
    public void theNewHomeIsMadeOfThePack() throws Exception {
        pack(zip -> entry(zip, "link", LINK, "bin/wso2server.sh"));
        Map<String, String> packed = Fingerprint.of(upgrade.path("new"), null);
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
        assertEquals(2, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains("NEW_PACK_WAITS"));
        assertFalse(Files.exists(upgrade.path("new")));

        int status = upgrade.command("run");

        assertEquals(upgrade.output(), 0, status);
        packed.keySet().forEach(name -> assertTrue(name, Files.exists(upgrade.path("new/" + name))));
        assertTrue(Files.isExecutable(upgrade.path("new/bin/wso2server.sh")));
        assertEquals(
                "bin/wso2server.sh",
                Files.readSymbolicLink(upgrade.path("new/link")).toString());
        String digest = DigestUtils.sha256Hex(Files.readAllBytes(upgrade.path("new.zip")));
        assertTrue(upgrade.state("journal.jsonl").startsWith("{\"at\":"));
        assertTrue(upgrade.state("journal.jsonl").split("\n")[0].contains(digest));
        assertEquals(0, upgrade.command("status"));
        assertTrue(upgrade.output(), upgrade.output().contains(digest));
        assertFalse(Files.exists(upgrade.path("new.unpacking")));
        assertFalse(Files.exists(upgrade.path("new.unpacking.lock")));
    }

    @Test
    public void aHomeThatIsThereIsLeftAlone() throws Exception {
        pack(zip -> {});
        Files.delete(upgrade.path("new/bin/wso2server.sh"));
        assertEquals(0, upgrade.command("check"));
        assertFalse(Files.exists(upgrade.path("new/bin/wso2server.sh")));
    }

    @Test
    public void whatAnInterruptedCommandLeftIsCleanedUpAndAnEmptyDirectoryIsTaken() throws Exception {
        pack(zip -> {});
        FileUtils.cleanDirectory(upgrade.path("new").toFile());
        Files.createDirectories(upgrade.path("new.unpacking/half"));
        assertEquals(0, upgrade.command("check"));
        assertFalse(Files.exists(upgrade.path("new/half")));
        assertFalse(Files.exists(upgrade.path("new.unpacking")));
    }

    @Test
    public void oneCommandUnpacksAtATime() throws Exception {
        pack(zip -> {});
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
        UpgradeLock held =
                UpgradeLock.tryTake(upgrade.path("new.unpacking.lock")).get();
        refused("UPGRADE_LOCKED");
        held.close();
    }

    @Test
    public void namesThatClimbOutAreRefused() throws Exception {
        for (String name : new String[] {
            "../evil",
            "home/../../evil",
            "/evil",
            "home\\..\\..\\evil",
            "C:/evil",
            "home/a/../../../evil",
            "elsewhere/evil"
        }) {
            upgrade = TestUpgrade.in(folder.newFolder().toPath());
            upgrade.plan("new.pack", "new.zip");
            pack(zip -> entry(zip, name, 0, "x"));
            FileUtils.deleteDirectory(upgrade.path("new").toFile());
            refused("NEW_PACK");
            assertFalse(name, Files.exists(upgrade.path("evil")));
        }
    }

    @Test
    public void linksThatLeadOutAreRefusedAlsoByWayOfOthers() throws Exception {
        refusedWith(zip -> entry(zip, "out", LINK, "../../etc"));
        refusedWith(zip -> entry(zip, "out", LINK, "/etc"));
        refusedWith(zip -> {
            entry(zip, "x/y/up", LINK, "../..");
            entry(zip, "out", LINK, "x/y/up/../..");
        });
        refusedWith(zip -> {
            entry(zip, "through", LINK, "bin");
            entry(zip, "through/file", 0, "x");
        });
        refusedWith(zip -> entry(zip, "out", LINK, "a\0b"));
        refusedWith(zip -> entry(zip, "out", LINK, "nowhere"));
        assertTrue(upgrade.output(), upgrade.output().contains("the link out leads nowhere"));
    }

    @Test
    public void aBombIsRefusedWhateverItSaysOfItself() throws Exception {
        refusedWith(zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("home/bomb");
            zip.putArchiveEntry(entry);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeArchiveEntry();
        });
        assertTrue(upgrade.output(), upgrade.output().contains("no honest pack"));
    }

    @Test
    public void moreEntriesThanMemoryHoldsAreRefused() throws Exception {
        refusedWith(zip -> {
            for (int i = 0; i < 120_000; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("home/a/directory/with/a/name/" + i + "/"));
                zip.closeArchiveEntry();
            }
        });
        assertTrue(upgrade.output(), upgrade.output().contains("table of contents"));
    }

    @Test
    public void aDamagedPackAndOneOfSomethingElseAreRefused() throws Exception {
        pack(zip -> {});
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
        byte[] zip = Files.readAllBytes(upgrade.path("new.zip"));
        Files.write(upgrade.path("new.zip"), Arrays.copyOf(zip, zip.length / 2));
        refused("NEW_PACK");
        zip[zip.length / 3] ^= 1;
        Files.write(upgrade.path("new.zip"), zip);
        refused("NEW_PACK");
        Files.write(upgrade.path("new.zip"), new byte[0]);
        refused("NEW_PACK");
        Files.delete(upgrade.path("new.zip"));
        refused("NEW_PACK");
    }

    @Test
    public void aPackThatHoldsTheStateOfAnUpgradeIsRefused() throws Exception {
        refusedWith(zip -> entry(zip, "home/repository/upgrade/journal.jsonl", 0, "{}"));
        assertTrue(upgrade.output(), upgrade.output().contains("state of an upgrade"));
    }

    @Test(timeout = 20_000)
    public void aPackThatNeverEndsIsRefused() throws Exception {
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
        OddNames.shell(folder.getRoot().toPath(), "mkfifo new.zip");
        refused("NEW_PACK");
        Files.delete(upgrade.path("new.zip"));
        Files.createSymbolicLink(upgrade.path("new.zip"), Paths.get("/dev/zero"));
        refused("NEW_PACK");
        Files.delete(upgrade.path("new.zip"));
        Files.createDirectory(upgrade.path("new.zip"));
        refused("NEW_PACK");
    }

    @Test
    public void nothingIsUnpackedIntoTheOldHome() throws Exception {
        pack(zip -> {});
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
        upgrade.plan("new.home", "old/new");
        refused("HOMES_SAME");
        assertFalse(Files.exists(upgrade.path("old/new")));
        assertFalse(Files.exists(upgrade.path("old/new.unpacking")));
    }

    private void refusedWith(Addition addition) throws Exception {
        upgrade = TestUpgrade.in(folder.newFolder().toPath());
        upgrade.plan("new.pack", "new.zip");
        pack(addition);
        FileUtils.deleteDirectory(upgrade.path("new").toFile());
        refused("NEW_PACK");
    }

    private void refused(String code) {
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains(code + " "));
        assertFalse(Files.exists(upgrade.path("new")));
        assertFalse(Files.exists(upgrade.path("new.unpacking")));
    }

    private void pack(Addition addition) throws Exception {
        Path root = upgrade.path("new");
        try (OutputStream out = Files.newOutputStream(upgrade.path("new.zip"));
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
                Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file)) {
                    zip.putArchiveEntry(new ZipArchiveEntry("home/" + root.relativize(file)));
                    Files.copy(file, zip);
                    zip.closeArchiveEntry();
                }
            }
            addition.to(zip);
        }
    }

    private static void entry(ZipArchiveOutputStream zip, String name, int mode, String content) throws Exception {
        ZipArchiveEntry entry = new ZipArchiveEntry(
                mode == LINK ? "home/" + Paths.get(name) : name.startsWith("through") ? "home/" + name : name);
        entry.setUnixMode(mode == 0 ? 0100644 : mode);
        zip.putArchiveEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    private interface Addition {
        void to(ZipArchiveOutputStream zip) throws Exception;
    }
}
