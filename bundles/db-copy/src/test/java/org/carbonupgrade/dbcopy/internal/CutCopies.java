package org.carbonupgrade.dbcopy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.CuttingProxy.Cut;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Backoff;

/** Copies between databases of one server, each reached through a proxy of its own that cuts connections. */
public final class CutCopies implements AutoCloseable {

    /** A server that is back within some seconds is waited for. */
    public static final Backoff QUICK = new Backoff(7, 50);

    /** How many cuts a test makes at least. */
    public static final int CUTS =
            Integer.getInteger("carbonupgrade.cuts", Boolean.getBoolean("carbonupgrade.endurance") ? 50 : 4);

    /** Says how to get to a database through a port. */
    @FunctionalInterface
    public interface Ways {
        DatabaseSpec through(int port);
    }

    /** What happens while a copy is at work. */
    public static class Listener implements Progress {

        @Override
        public void expect(long rows) {
            // not of interest
        }

        @Override
        public void moved(long rows, long bytes) {
            // not of interest
        }
    }

    public final CuttingProxy toOld;
    public final CuttingProxy toStaging;

    private static final int REFUSED_MILLIS = 300;

    private final Queue<String> waits = new ConcurrentLinkedQueue<>();
    private final DatabaseSpec old;
    private final DatabaseSpec staging;
    private final ChunkLimits limits;
    private final String upgrade;
    private final long bytes;

    /**
     * @param server its port
     * @param bytes that go through in a copy, about
     */
    public CutCopies(int server, Ways old, Ways staging, ChunkLimits limits, String upgrade, long bytes)
            throws IOException {
        this.toOld = new CuttingProxy(server);
        this.toStaging = new CuttingProxy(server);
        this.old = old.through(toOld.port());
        this.staging = staging.through(toStaging.port());
        this.limits = limits;
        this.upgrade = upgrade;
        this.bytes = bytes;
    }

    /** What people were told of waits. */
    public Queue<String> waits() {
        return waits;
    }

    /** How many times connections were cut. */
    public int cuts() {
        return toOld.cuts() + toStaging.cuts();
    }

    /** Copies with the listener's disturbances alone. */
    public CopyResult copy(Backoff backoff, Listener listener) {
        CopyRequest request = new CopyRequest(old, staging, upgrade, 3);
        return new JdbcDatabaseCopier(limits, backoff).copy(request, new Progress() {
            @Override
            public void expect(long rows) {
                listener.expect(rows);
            }

            @Override
            public void moved(long rows, long moved) {
                listener.moved(rows, moved);
            }

            @Override
            public void waits(String why) {
                waits.add(why);
                listener.waits(why);
            }
        });
    }

    /** Copies while connections are cut at random, and runs again as an operator would; gives how many runs it took. */
    private int copyCut(Random random) throws InterruptedException {
        for (int run = 1; run < 20; run++) {
            plan(toOld, random);
            plan(toStaging, random);
            try {
                copy(QUICK, new Listener() {
                    @Override
                    public void moved(long rows, long moved) {
                        if (random.nextInt(25) == 0) {
                            plan(random.nextInt(4) == 0 ? toOld : toStaging, random);
                        }
                    }
                });
                toOld.calm();
                toStaging.calm();
                return run;
            } catch (DbCopyException e) {
                if (e.error() != DbError.DB_CONNECT && e.error() != DbError.DB_SQL) {
                    throw e;
                }
                System.out.println("ended: " + e);
                TimeUnit.MILLISECONDS.sleep(2 * REFUSED_MILLIS); // an operator is no faster
            }
        }
        throw new AssertionError("never done");
    }

    /** What has to be so after a copy that was cut. */
    @FunctionalInterface
    public interface Check {

        /** @param run for messages: which driver and seed it was */
        void of(String run) throws Exception;
    }

    /** Copies, cut at random, until there were so many cuts; the check also sees to it that the next copy begins anew. */
    public void copyCut(int cuts, String driver, Check check) throws Exception {
        int made = 0;
        int runs = 0;
        for (; cuts() < cuts; made++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            String run = driver + " seed " + seed;
            System.out.println(run);
            runs += copyCut(new Random(seed));
            check.of(run);
        }
        System.out.println(cuts() + " cuts, " + made + " copies in " + runs + " runs");
    }

    /** Copies while some commits are done, but nobody says so. */
    public CopyResult copyWithoutAnswersToCommits() {
        int[] moved = {0};
        CopyResult copied = copy(QUICK, new Listener() {
            @Override
            public synchronized void moved(long rows, long bytes) {
                if (++moved[0] % 7 == 1 && moved[0] < 30) {
                    toStaging.cutBeforeTheAnswerTo("COMMIT");
                }
            }
        });
        assertTrue("cuts " + cuts(), cuts() > 1);
        assertTrue(copied.strategy(), copied.strategy().contains("done again after failures"));
        return copied;
    }

    /** Copies into a server that is gone for longer than it is waited for, and again when it is back. */
    public CopyResult copyGivenUpAndBegunAgain(long afterBytes) throws InterruptedException {
        DbCopyException failure = assertThrows(
                DbCopyException.class,
                () -> copy(new Backoff(3, 20), new Listener() {
                    @Override
                    public void expect(long rows) {
                        toStaging.cutAfter(afterBytes, Cut.FIN, 2_000);
                    }
                }));
        assertEquals(DbError.DB_CONNECT, failure.error());
        assertTrue(failure.getMessage(), failure.getMessage().endsWith("tried again 3 times, with 0.1 s of waiting."));
        TimeUnit.SECONDS.sleep(3);
        return copy(QUICK, new Listener());
    }

    /** Copies while all connections to the source are cut, once. */
    public CopyResult copyWithTheSnapshotLost() {
        CopyResult copied = copy(QUICK, new Listener() {
            @Override
            public synchronized void moved(long rows, long bytes) {
                if (cuts() == 0) {
                    toOld.cutAll(Cut.RST);
                }
            }
        });
        assertEquals(1, cuts());
        assertTrue(waits.toString(), waits.stream().anyMatch(line -> line.contains("kept the snapshot")));
        return copied;
    }

    private void plan(CuttingProxy proxy, Random random) {
        proxy.delay(random.nextInt(5) == 0 ? 2 : 0);
        if (random.nextInt(4) == 0) {
            proxy.cutBeforeTheAnswerTo("COMMIT");
        } else {
            long after = (long) (random.nextDouble() * bytes);
            proxy.cutAfter(after, Cut.values()[random.nextInt(2)], random.nextInt(REFUSED_MILLIS));
        }
    }

    @Override
    public void close() throws IOException {
        toOld.close();
        toStaging.close();
    }
}
