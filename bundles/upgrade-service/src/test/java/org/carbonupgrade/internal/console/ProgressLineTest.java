package org.carbonupgrade.internal.console;

import static org.junit.Assert.assertEquals;
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

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ProgressLine line = new ProgressLine(new PrintStream(printed, true), true);

    @Test
    public void saysHowFarTheWorkIs() {
        line.begins(StepName.COPY);
        line.part("WSO2UM_DB", "rows");
        line.expect(200);
        line.done(50, 3 << 20);
        line.show();
        assertTrue(printed.toString(), printed.toString().contains("copy WSO2UM_DB: 50 of 200 rows (25 %), 3 MB"));
    }

    @Test
    public void nothingIsCountedBetweenSteps() {
        line.expect(200);
        line.done(50, 1);
        line.show();
        assertEquals("", printed.toString());
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
}
