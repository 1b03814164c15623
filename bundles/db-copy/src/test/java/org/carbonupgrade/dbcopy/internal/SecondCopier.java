package org.carbonupgrade.dbcopy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.function.ThrowingRunnable;

/** Tries a second copy while the one whose progress it is told is at work. */
public final class SecondCopier implements Progress {

    private final ThrowingRunnable second;
    private DbCopyException refusal;

    public SecondCopier(ThrowingRunnable second) {
        this.second = second;
    }

    @Override
    public void expect(long rows) {
        refusal = assertThrows(DbCopyException.class, second);
    }

    @Override
    public void moved(long rows, long bytes) {
        // the first of all moments will do
    }

    /** And it was told whose session is in the way. */
    public void assertRefused() {
        assertEquals(DbError.DB_IN_USE, refusal.error());
        assertTrue(refusal.getMessage(), refusal.getMessage().matches(".*: session \\d+.*"));
    }
}
