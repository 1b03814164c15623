package org.carbonupgrade.dbcopy.internal.work;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.Progress;

/** Does work again that ended through no fault of its own, so often and after such waits as the back-off says. */
public final class Patience {

    private final Backoff backoff;
    private final Stop stop;
    private final Progress progress;
    private final AtomicInteger repeated;

    /**
     * @param stop ends the waits too
     * @param progress is told of each
     */
    public Patience(Backoff backoff, Stop stop, Progress progress) {
        this(backoff, stop, progress, new AtomicInteger());
    }

    private Patience(Backoff backoff, Stop stop, Progress progress, AtomicInteger repeated) {
        this.backoff = backoff;
        this.stop = stop;
        this.progress = progress;
        this.repeated = repeated;
    }

    /** The same for an attempt at the whole work. */
    public Patience of(Stop attempt) {
        return new Patience(backoff, attempt, progress, repeated);
    }

    /** How many times anything was done again. */
    public int repeated() {
        return repeated.get();
    }

    /** How many times the same is tried again. */
    public int tries() {
        return backoff.tries();
    }

    /**
     * Gives what the work gives. What it did before it failed is undone, or known to it when it is called again.
     *
     * @param passing whether a failure may be gone the next time
     * @throws GaveUp if it did not go
     */
    public <T> T call(Predicate<DbCopyException> passing, Supplier<T> work) {
        for (int next = 1; ; next++) {
            try {
                return work.get();
            } catch (DbCopyException e) {
                if (e instanceof GaveUp || !passing.test(e)) {
                    throw e;
                }
                if (next > backoff.tries()) {
                    throw new GaveUp(e, backoff);
                }
                repeated.incrementAndGet();
                progress.waits(String.format(
                        Locale.ROOT,
                        "%s: %s Trying again in %s (%d of %d).",
                        e.where(),
                        sentence(e),
                        seconds(backoff.before(next)),
                        next,
                        backoff.tries()));
                stop.pause(backoff.before(next), e.where());
            }
        }
    }

    static String sentence(DbCopyException e) {
        return e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
    }

    static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
