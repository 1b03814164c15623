package org.carbonupgrade.dbcopy.internal.work;

import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Tells work to end at the next place where it is safe to. */
public final class Stop {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Stop whole;
    private volatile boolean requested;

    public Stop() {
        this(null);
    }

    /** @param whole of which this work is an attempt, which alone can be ended too; null if it is no part of anything */
    private Stop(Stop whole) {
        this.whole = whole;
    }

    /** For an attempt at the work: ends with it, and can be ended without it. */
    public Stop attempt() {
        return new Stop(this);
    }

    /** Asks for the end; returns at once. */
    public void request() {
        requested = true;
    }

    /**
     * Ends the work here if that was asked for.
     *
     * @param where what the work is on, for the message
     */
    public void check(String where) {
        if (isRequested()) {
            throw new DbCopyException(DbError.DB_INTERRUPTED, "The work was interrupted.", where);
        }
    }

    /** Waits, unless the end is asked for meanwhile; see {@link #check}. */
    public void pause(long millis, String where) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        check(where);
        for (long left = millis; left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            try {
                TimeUnit.MILLISECONDS.sleep(Math.min(left, LOOK_EVERY_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                request();
            }
            check(where);
        }
    }

    private boolean isRequested() {
        return requested || whole != null && whole.isRequested();
    }
}
