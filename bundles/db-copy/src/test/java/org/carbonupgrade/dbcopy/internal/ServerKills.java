package org.carbonupgrade.dbcopy.internal;

import java.util.Random;
import java.util.concurrent.TimeUnit;
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
    private int alone;

    public ServerKills(CopyRequest request, ChunkLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /** How many copies went on by themselves. */
    public int alone() {
        return alone;
    }

    /** Copies, with one blow while rows are moved, or when they all are. */
    public CopyResult copy(Random random, int moves, Blow blow) throws Exception {
        Thread[] striking = {null};
        int at = random.nextInt(moves);
        int delay = random.nextInt(200);
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
                        if (moved++ == at && striking[0] == null) {
                            striking[0] = new Thread(() -> strike(blow, delay));
                            striking[0].start();
                        }
                    }
                });
                end(striking[0]);
                alone += run == 1 ? 1 : 0;
                return copied;
            } catch (DbCopyException e) {
                if (e.error() != DbError.DB_CONNECT && e.error() != DbError.DB_SQL) {
                    throw e;
                }
                System.out.println("ended: " + e);
                end(striking[0]);
            }
        }
        throw new AssertionError("never done");
    }

    private static void strike(Blow blow, int delay) {
        try {
            TimeUnit.MILLISECONDS.sleep(delay);
            blow.strike();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Thread striking) throws InterruptedException {
        if (striking == null) {
            throw new AssertionError("it was not struck");
        }
        striking.join();
    }
}
