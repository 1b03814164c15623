package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.CutCopies;
import org.carbonupgrade.dbcopy.internal.CutCopies.Listener;
import org.carbonupgrade.dbcopy.internal.CuttingProxy.Cut;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Backoff;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A copy goes on by itself when connections break, and the source is only read. */
public class PgCutTest extends PgTest {

    private static final String WRITTEN = "SELECT string_agg(concat_ws(' ', relname, n_tup_ins, n_tup_upd, n_tup_del,"
            + " n_tup_hot_upd), ';' ORDER BY relname) FROM pg_stat_user_tables";

    private CutCopies copies;

    @Before
    public void openTheProxies() throws Exception {
        PgRows.fill(this::sql, old);
        copies = new CutCopies(
                server.port(),
                port -> through(port, old),
                port -> through(port, staging),
                new ChunkLimits(5000, PgRows.CHUNK),
                UPGRADE,
                1_500_000);
    }

    @After
    public void closeTheProxies() throws IOException {
        copies.close();
    }

    @Test
    public void goesOnWhenConnectionsAreCut() throws Exception {
        String written = written();
        String expected = PgDump.exists() ? dump(old) : "";

        copies.copyCut(CutCopies.CUTS, "pgjdbc " + driver, run -> {
            assertTrue(run, compare().equal());
            assertEquals(run, String.valueOf(PgRows.ROWS), rows());
            assertEquals(run, expected, PgDump.exists() ? dump(staging) : "");
            assertEquals(run, written, written());
            PgRows.startAnew(server, staging);
        });
    }

    /** The commit was done, but nobody said so: its rows must not come twice. */
    @Test
    public void doublesNothingWhenTheAnswerToACommitIsLost() throws Exception {
        CopyResult copied = copies.copyWithoutAnswersToCommits();

        assertEquals(PgRows.ROWS, copied.rows());
        assertTrue(compare().equal());
    }

    @Test
    public void tellsWhatItWaitsFor() {
        copies.copy(CutCopies.QUICK, new Listener() {
            @Override
            public void expect(long rows) {
                copies.toStaging.cutAfter(300_000, Cut.RST, 0);
            }
        });

        assertTrue(copies.waits().size() > 0);
        copies.waits()
                .forEach(line -> assertTrue(
                        line,
                        line.matches("staging_\\d+: Cannot .*\\(SQL state \\d+\\)\\."
                                + " Trying again in (\\d\\.\\d|\\d) s \\(\\d of 7\\)\\.")));
    }

    /** One that is down for good is not asked for ever. */
    @Test
    public void givesUpWhenTheServerDoesNotComeBack() throws Exception {
        assertEquals(PgRows.ROWS, copies.copyGivenUpAndBegunAgain(300_000).rows());
        assertTrue(compare().equal());
    }

    /** What was being read can't be read on: a new snapshot of a source that has not changed is as good. */
    @Test
    public void takesANewSnapshotWhenAllConnectionsToTheSourceAreLost() throws Exception {
        CopyResult copied = copies.copyWithTheSnapshotLost();

        assertEquals(PgRows.ROWS, copied.rows());
        assertTrue(compare().equal());
    }

    @Test
    public void stopsWaitingWhenItIsInterrupted() {
        Thread copying = Thread.currentThread();
        DbCopyException failure = assertThrows(
                DbCopyException.class,
                () -> copies.copy(new Backoff(7, 60_000), new Listener() {
                    @Override
                    public void expect(long rows) {
                        copies.toStaging.cutAfter(300_000, Cut.RST, 0);
                    }

                    @Override
                    public void waits(String why) {
                        copying.interrupt();
                    }
                }));

        assertTrue(Thread.interrupted());
        assertEquals(DbError.DB_INTERRUPTED, failure.error());
    }

    private DatabaseSpec through(int port, DatabaseSpec database) {
        return spec(database.name())
                .url("jdbc:postgresql://127.0.0.1:" + port + "/" + database.name())
                .build();
    }

    /** What staging holds, in its own words. */
    private String rows() throws Exception {
        StringBuilder sum = new StringBuilder("SELECT (SELECT count(*) FROM large) + (SELECT count(*) FROM bare)");
        for (String table : column(staging, "SELECT relname FROM pg_class WHERE relname ~ '^small_\\d+$'")) {
            sum.append(" + (SELECT count(*) FROM ").append(table).append(")");
        }
        return column(staging, sum.toString()).get(0);
    }

    /** Rows written, ever, as the server counts them; a session has counted when it has left. */
    private String written() throws Exception {
        TimeUnit.MILLISECONDS.sleep(500);
        return column(old, WRITTEN).get(0);
    }
}
