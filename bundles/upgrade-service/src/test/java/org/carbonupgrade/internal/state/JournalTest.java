package org.carbonupgrade.internal.state;

import static org.junit.Assert.assertEquals;

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

    @Before
    public void writeThreeLines() {
        file = new File(folder.getRoot(), "journal.jsonl").toPath();
        Journal journal = Journal.open(file);
        journal.append(Event.UPGRADE_BEGUN, "id", "u-1", "from", "/opt/\u00e4lt \"quoted\"\n");
        journal.append(Event.STEP_STARTED, "step", "copy");
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
}
