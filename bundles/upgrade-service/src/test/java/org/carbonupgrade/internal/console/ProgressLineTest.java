package org.carbonupgrade.internal.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.junit.Test;

public class ProgressLineTest {

    private static final long INTERVAL = 50;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    public void whatComesBeforeAnyStepIsShownToo() {
        ProgressLine progress = new ProgressLine(new PrintStream(out), true);
        progress.part("unpacking new.zip", "files");
        progress.expect(4);
        progress.done(1, 1024);
        progress.show();
        assertTrue(out.toString(), out.toString().contains("unpacking new.zip: 1 of 4 files (25 %)"));
    }

    @Test
    public void aTerminalHasOneLineThatIsWrittenOver() throws Exception {
        ProgressLine line = new ProgressLine(new PrintStream(out), true, INTERVAL);
        begin(line);
        line.done(5, 3 << 20);
        line.show();
        assertEquals("\rcopy DB: 5 of 10 rows (50 %), 3.0 MB, 5 rows/s, 1 s left", trimmed());
        assertFalse(out.toString().contains("\n"));
        line.clear();
        assertTrue(out.toString().endsWith(" \r"));
    }

    @Test
    public void elsewhereALineComesEveryFewSecondsAndOneAtTheEndOfEachDatabase() throws Exception {
        ProgressLine line = new ProgressLine(new PrintStream(out), false, INTERVAL);
        begin(line);
        line.done(4, 1 << 10);
        line.show();
        assertEquals("it has only begun", "", out.toString());
        Thread.sleep(2 * INTERVAL);
        line.show();
        line.show();
        assertEquals("copy DB: 4 of 10 rows (40 %), 1 KB, 4 rows/s, 2 s left\n", out.toString());
        line.done(6, 0);
        Thread.sleep(2 * INTERVAL);
        line.show();
        assertTrue(
                out.toString(),
                out.toString().endsWith("copy DB: 10 of 10 rows (100 %), 1 KB, 10 rows/s, finishing\n"));
        line.part("OTHER", "rows");
        line.show();
        assertTrue(out.toString(), out.toString().endsWith("copy DB: 10 rows, 1 KB in 0 s\n"));
        line.done(1, 1);
        line.ends(new StepReport(
                StepName.COPY,
                Status.OK,
                Instant.now(),
                Instant.now(),
                Collections.emptyMap(),
                Collections.emptyList()));
        line.clear();
        assertFalse("what was over at once leaves no line", out.toString().contains("OTHER"));
    }

    @Test
    public void nothingIsCountedBetweenSteps() {
        ProgressLine line = new ProgressLine(new PrintStream(out), true);
        line.expect(200);
        line.done(50, 1);
        line.show();
        assertEquals("", out.toString());
    }

    /** Loaded machines have seen a step end while its line was being made. */
    @Test
    public void aStepMayEndAtAnyTime() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        StepReport ended = new StepReport(
                StepName.BACKUP,
                Status.OK,
                Instant.EPOCH,
                Instant.EPOCH,
                Collections.emptyMap(),
                Collections.emptyList());
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        for (int round = 0; round < 2000; round++) {
            ProgressLine fresh = new ProgressLine(nowhere, true);
            fresh.begins(StepName.BACKUP);
            fresh.part("old home", "bytes");
            Thread waiting = new Thread(fresh::show);
            waiting.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            waiting.start();
            fresh.ends(ended);
            waiting.join();
        }
        assertEquals(null, failure.get());
    }

    @Test
    public void sizesAndTimesAreWrittenForPeople() {
        assertEquals("0 KB", WorkPart.size(0));
        assertEquals("1.5 MB", WorkPart.size(3 << 19));
        assertEquals("1.0 GB", WorkPart.size(1L << 30));
        assertEquals("2.4 TB", WorkPart.size((long) (2.4 * (1L << 40))));
        assertEquals("59 s", WorkPart.time(59));
        assertEquals("1 min 1 s", WorkPart.time(61));
        assertEquals("2 h 5 min", WorkPart.time(7500));
    }

    @Test
    public void whatWorkWaitsForIsPrintedOnALineOfItsOwn() {
        ProgressLine line = new ProgressLine(new PrintStream(out), true, INTERVAL);
        begin(line);
        line.show();
        line.waits("DB: the connection was lost.");
        line.show();
        line.clear();
        assertTrue(out.toString(), out.toString().contains("\rDB: the connection was lost.\n"));
        assertEquals(out.toString().indexOf("lost"), out.toString().lastIndexOf("lost"));
    }

    private static void begin(ProgressLine line) {
        line.begins(StepName.COPY);
        line.part("DB", "rows");
        line.expect(10);
    }

    private String trimmed() {
        return out.toString().replaceAll(" +$", "");
    }
}
