package org.carbonupgrade.verification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class EntryTest {

    @Test
    public void aProblemWithoutARemedyIsRefused() {
        for (Status status : new Status[] {Status.WARN, Status.FAIL, Status.COULD_NOT_RUN}) {
            assertThrows(IllegalArgumentException.class, () -> new Entry(status, "CODE", "something is wrong", " "));
        }
    }

    @Test
    public void whatIsFineNeedsNoRemedy() {
        assertEquals("OK CODE: all is fine", new Entry(Status.OK, "CODE", "all is fine", "").toString());
    }

    @Test
    public void refusesWhatIsNoCodeOrSaysNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Entry(Status.OK, "not a code", "fine", ""));
        assertThrows(IllegalArgumentException.class, () -> new Entry(Status.OK, "CODE", "", ""));
    }
}
