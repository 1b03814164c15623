package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.UpgradeException;
import org.junit.Assert;
import org.junit.function.ThrowingRunnable;

/** Expects the one clear error that bad input gets. */
public final class Refusal {

    private Refusal() {}

    /** Runs the work, which has to end with this error; gives it back for a closer look. */
    public static UpgradeException expect(UpgradeError error, ThrowingRunnable work) {
        UpgradeException e = Assert.assertThrows(UpgradeException.class, work);
        assertEquals(error.name(), e.code());
        assertFalse("says what happened", e.getMessage().isEmpty());
        assertFalse("says how to mend it", e.remedy().isEmpty());
        return e;
    }

    /** As {@link #expect}, and what it says has to name something. */
    public static void expect(UpgradeError error, String named, ThrowingRunnable work) {
        UpgradeException e = expect(error, work);
        assertTrue(e.getMessage() + " [" + e.where() + "]", (e.getMessage() + e.where()).contains(named));
    }
}
