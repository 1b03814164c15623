package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** A copy that is killed with SIGKILL, at moments that a seed decides, goes on when it is run again. */
@RunWith(JUnit4.class)
public class PgKillTest extends PgTest {

    private static final int ROUNDS = Boolean.getBoolean("carbonupgrade.endurance") ? 50 : 1;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void continuesACopyThatWasKilled() throws Exception {
        PgRows.fill(this::sql, old);
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            String message = "pgjdbc " + driver + " seed " + seed;
            System.out.println(message);

            kill(new Random(seed), message);
            CopyResult copied = copy(Progress.NONE);

            assertTrue(message, copied.resumed());
            assertEquals(message, PgRows.ROWS, copied.rows());
            assertTrue(message, compare().equal());
            if (PgDump.exists()) {
                assertEquals(message, dump(old), dump(staging));
            }
            PgRows.startAnew(server, staging);
        }
    }

    /** What is there is not moved again: a row keeps the transaction that it came with. */
    @Test
    public void movesOnlyThePartsOfATableThatAreNotThere() throws Exception {
        PgRows.fill(this::sql, old);
        AtomicInteger moves = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> copy(new Progress() {
                    @Override
                    public void expect(long rows) {
                        // nobody listens
                    }

                    @Override
                    public void moved(long rows, long bytes) {
                        if (moves.incrementAndGet() == 20) {
                            throw new IllegalStateException("enough");
                        }
                    }
                }));
        List<String> there = column(staging, "SELECT id || ' ' || xmin FROM large");

        CopyResult copied = copy(Progress.NONE);

        assertTrue(there.size() + " rows", there.size() > 0 && there.size() < PgRows.IN_LARGE);
        assertTrue(copied.resumed());
        assertTrue(new HashSet<>(column(staging, "SELECT id || ' ' || xmin FROM large")).containsAll(there));
        assertTrue(compare().equal());
    }

    @Test
    public void beginsAnewWhenTheSourceChangedMeanwhile() throws Exception {
        movesOnlyThePartsOfATableThatAreNotThere();
        sql(staging, "UPDATE carbon_upgrade SET note = 'COPYING' WHERE mark = 'PHASE'");
        sql(
                old,
                "CREATE TYPE late AS ENUM ('x')",
                "UPDATE bare SET v = 'changed'",
                "CREATE VIEW kept AS SELECT 1 AS one");

        CopyResult copied = copy(Progress.NONE);

        assertFalse(copied.resumed());
        assertTrue(compare().equal());
        if (PgDump.exists()) {
            assertEquals(dump(old), dump(staging));
        }
    }

    private CopyResult copy(Progress progress) {
        return new JdbcDatabaseCopier(new ChunkLimits(5000, PgRows.CHUNK))
                .copy(new CopyRequest(old, staging, UPGRADE, 2), progress);
    }

    /** Kills a copy while it is at work: at a row that was moved, or some time before or behind all of them. */
    private void kill(Random random, String message) throws Exception {
        for (int attempt = 0; attempt < 10; attempt++) {
            ForkedJvm copy = PgForkedCopy.start(folder.getRoot().toPath(), old, staging, PgRows.CHUNK);
            int moves = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
            try {
                while (copy.isAtWork()
                        && copy.lines().stream()
                                        .filter(line -> line.startsWith("rows"))
                                        .count()
                                < moves) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                TimeUnit.MILLISECONDS.sleep(moves == 0 ? 300 + random.nextInt(900) : random.nextInt(40));
            } finally {
                copy.kill();
            }
            List<String> lines = copy.lines();
            assertTrue(message + ": " + lines, lines.stream().allMatch(line -> line.matches("begin|rows \\d+|copied")));
            if (!lines.contains("copied") && begun()) {
                return;
            }
            PgRows.startAnew(server, staging);
        }
        throw new AssertionError(message + ": never killed at work");
    }

    private boolean begun() throws Exception {
        return !column(staging, "SELECT 1 FROM pg_class WHERE relname = 'carbon_upgrade'")
                        .isEmpty()
                && !column(staging, "SELECT 1 FROM carbon_upgrade WHERE mark = 'PHASE'")
                        .isEmpty();
    }
}
