package org.carbonupgrade.internal.state;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.SmallDisk;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JournalTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private byte[] headOfTwo;

    @Before
    public void writeThreeLines() throws IOException {
        file = new File(folder.getRoot(), "journal.jsonl").toPath();
        Journal journal = Journal.open(file);
        journal.append(Event.UPGRADE_BEGUN, "id", "u-1", "from", "/opt/\u00e4lt \"quoted\"\n");
        journal.append(Event.STEP_STARTED, "step", "copy");
        headOfTwo = Files.readAllBytes(head());
        journal.append(Event.STEP_ENDED, "step", "copy", "status", "OK");
    }

    @Test
    public void readsWhatWasWritten() {
        Journal journal = Journal.open(file);
        assertEquals(3, journal.entries().size());
        assertEquals("/opt/\u00e4lt \"quoted\"\n", journal.entries().get(0).fact("from"));
        assertEquals(Event.STEP_ENDED, journal.entries().get(2).event());
    }

    @Test
    public void goesOnBehindALineThatACrashCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int thirdLine =
                new String(whole, StandardCharsets.UTF_8).split("\n")[2].getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 1; cut <= thirdLine; cut++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            Files.write(head(), headOfTwo);
            Journal journal = Journal.open(file);
            assertEquals("the third line never happened", 2, journal.entries().size());
            journal.append(Event.STEP_STARTED, "step", "copy");
            assertEquals(3, Journal.open(file).entries().size());
        }
    }

    @Test
    public void readingChangesNothing() throws IOException {
        Files.write(file, "{\"at\":".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        long size = Files.size(file);
        assertEquals(3, Journal.open(file).entries().size());
        assertEquals(size, Files.size(file));
    }

    @Test
    public void detectsAChangedLineWhicheverItIs() throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, lines.get(i).replace("copy", "check").replace("u-1", "u-2"));
            Files.write(file, changed);
            Refusal.expect(UpgradeError.JOURNAL_DAMAGED, "line " + (i + 1), () -> Journal.open(file));
        }
    }

    @Test
    public void detectsAMissingLineAndOneThatIsNone() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(1, 3));
        Refusal.expect(UpgradeError.JOURNAL_DAMAGED, () -> Journal.open(file));
        Files.write(file, "not json at all\n".getBytes(StandardCharsets.UTF_8));
        Refusal.expect(UpgradeError.JOURNAL_DAMAGED, () -> Journal.open(file));
        Files.write(file, "{\"at\":\"yesterday\",\"event\":\"X\",\"digest\":\"\"}\n".getBytes(StandardCharsets.UTF_8));
        Refusal.expect(UpgradeError.JOURNAL_DAMAGED, () -> Journal.open(file));
    }

    @Test
    public void goesOnWhenACrashCameBetweenALineAndTheHead() throws IOException {
        Files.write(head(), headOfTwo);
        Journal journal = Journal.open(file);
        assertEquals(3, journal.entries().size());
        journal.append(Event.STEP_STARTED, "step", "compare");
        assertEquals(4, Journal.open(file).entries().size());
        Files.delete(file);
        Files.delete(head());
        Journal.open(file).append(Event.UPGRADE_BEGUN, "id", "u-2");
        Files.delete(head());
        assertEquals(1, Journal.open(file).entries().size());
    }

    @Test
    public void detectsLinesCutOffAtTheEnd() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Refusal.expect(UpgradeError.JOURNAL_DAMAGED, "journal.head", () -> Journal.open(file));
        }
        Files.delete(file);
        Refusal.expect(UpgradeError.JOURNAL_DAMAGED, "journal.head", () -> Journal.open(file));
    }

    @Test
    public void detectsAHeadThatIsMissingOrAnotherOnes() throws IOException {
        byte[] whole = Files.readAllBytes(head());
        Files.delete(head());
        Refusal.expect(UpgradeError.JOURNAL_DAMAGED, "journal.head", () -> Journal.open(file));
        Files.write(
                head(),
                new String(whole, StandardCharsets.UTF_8).replace(":3", ":2").getBytes());
        Refusal.expect(UpgradeError.JOURNAL_DAMAGED, "journal.head", () -> Journal.open(file));
        for (String nonsense : new String[] {"", "{}", "[]", "{\"lines\":\"x\",\"digest\":1}", "\0\0"}) {
            Files.write(head(), nonsense.getBytes(StandardCharsets.UTF_8));
            Refusal.expect(UpgradeError.JOURNAL_DAMAGED, "journal.head", () -> Journal.open(file));
        }
    }

    @Test
    public void aLineThatADiskHadNoRoomForIsWrittenAgainInItsPlace() throws Exception {
        Path disk = folder.newFolder("disk").toPath();
        assumeTrue("may mount", SmallDisk.mount(disk, "size=8k"));
        try {
            Path full = disk.resolve("journal.jsonl");
            Journal journal = Journal.open(full);
            journal.append(Event.UPGRADE_BEGUN, "id", "u-1");
            char[] much = new char[9000];
            Arrays.fill(much, 'x');
            Refusal.expect(
                    UpgradeError.STATE_WRITE, () -> journal.append(Event.STEP_STARTED, "step", new String(much)));
            SmallDisk.remount(disk, "size=64k");
            journal.append(Event.STEP_ENDED, "step", "check", "status", "FAIL");
            assertEquals(2, Journal.open(full).entries().size());
        } finally {
            SmallDisk.unmount(disk);
        }
    }

    private Path head() {
        return file.resolveSibling("journal.head");
    }
}
