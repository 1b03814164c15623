package org.carbonupgrade.dbcopy.internal;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Backoff;

/** Copies while the staging server is killed, and runs again as an operator would. */
public final class ServerKills {

    /** What is done to the server. */
    @FunctionalInterface
    public interface Blow {
        void strike() throws Exception;
    }

    private static final Backoff QUICK = new Backoff(7, 100);

    private final CopyRequest request;
    private final ChunkLimits limits;
    private final AtomicInteger struck = new AtomicInteger();
    private int alone;

    public ServerKills(CopyRequest request, ChunkLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /** How many copies went on by themselves. */
    public int alone() {
        return alone;
    }

    /** How many times the server was struck. */
    public int struck() {
        return struck.get();
    }

    /** Copies, with one blow while rows are moved or soon after: unless all is done by then. */
    public CopyResult copy(Random random, int moves, Blow blow) throws Exception {
        int at = random.nextInt(moves);
        int delay = random.nextInt(200);
        int before = struck.get();
        AtomicReference<Thread> striking = new AtomicReference<>();
        AtomicBoolean done = new AtomicBoolean();
        for (int run = 1; run < 20; run++) {
            try {
                CopyResult copied = new JdbcDatabaseCopier(limits, QUICK).copy(request, new Progress() {
                    private int moved;

                    @Override
                    public void expect(long rows) {
                        // the moves are counted
                    }

                    @Override
                    public synchronized void moved(long rows, long bytes) {
                        if (moved++ == at && striking.get() == null) {
                            striking.set(new Thread(() -> strike(blow, delay, done)));
                            striking.get().start();
                        }
                    }
                });
                done.set(true);
                end(striking.get());
                alone += run == 1 && struck.get() > before ? 1 : 0;
                return copied;
            } catch (DbCopyException e) {
                if (e.error() != DbError.DB_CONNECT && e.error() != DbError.DB_SQL) {
                    throw e;
                }
                System.out.println("ended: " + e);
                end(striking.get());
            }
        }
        throw new AssertionError("never done");
    }

    private void strike(Blow blow, int delay, AtomicBoolean done) {
        try {
            TimeUnit.MILLISECONDS.sleep(delay);
            if (!done.get()) {
                struck.incrementAndGet();
                blow.strike();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Thread striking) throws InterruptedException {
        if (striking != null) {
            striking.join();
        }
    }
}
