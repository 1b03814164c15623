package org.carbonupgrade.dbcopy.internal.work;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

/** Whoever waits for shielded work gets its result or its failure. */
public class ShieldedTest {

    @Test
    public void givesWhatTheWorkGives() {
        assertEquals("done", Shielded.run("X", stop -> "done"));
    }

    @Test(timeout = 60_000)
    public void throwsWhatTheWorkThrows() {
        assertThrows(
                OutOfMemoryError.class,
                () -> Shielded.run("X", stop -> {
                    throw new OutOfMemoryError("made up");
                }));
    }
}
