package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
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
import org.junit.Test;

/** A copy goes on by itself when connections break, through every driver, and the source is only read. */
public class MysqlCutTest extends MysqlTest {

    private static final int CUTS =
            Integer.getInteger("carbonupgrade.cuts", Boolean.getBoolean("carbonupgrade.endurance") ? 50 : 4);

    private CutCopies copies;
    private int rows;

    @After
    public void closeTheProxies() throws IOException {
        copies.close();
    }

    @Test
    public void goesOnWhenConnectionsAreCut() throws Exception {
        for (DriverJar jar : DriverJar.values()) {
            open(jar);
            String expected = dump(oldSchema);
            String written = written();
            int made = 0;
            int runs = 0;
            for (; copies.cuts() < (CUTS + 3) / 4; made++) {
                long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
                String message = jar + " seed " + seed;
                System.out.println(message);

                runs += copies.copyCut(new Random(seed));

                assertTrue(message, compare().equal());
                assertEquals(message, expected, dump(stagingSchema));
                assertEquals(message, written, written());
                startAnew();
            }
            System.out.println(copies.cuts() + " cuts, " + made + " copies in " + runs + " runs");
            copies.close();
            admin("DROP DATABASE " + oldSchema, "CREATE DATABASE " + oldSchema);
        }
    }

    /** The commit was done, but nobody said so: its rows must not come twice. */
    @Test
    public void doublesNothingWhenTheAnswerToACommitIsLost() throws Exception {
        open(DriverJar.MARIADB_3);
        int[] moved = {0};
        CopyResult copied = copies.copy(CutCopies.QUICK, new Listener() {
            @Override
            public synchronized void moved(long rows, long bytes) {
                if (++moved[0] % 7 == 1 && moved[0] < 30) {
                    copies.toStaging.cutBeforeTheAnswerTo("COMMIT");
                }
            }
        });

        assertTrue("cuts " + copies.cuts(), copies.cuts() > 1);
        assertEquals(rows, copied.rows());
        assertTrue(copied.strategy(), copied.strategy().contains("done again after failures"));
        assertTrue(compare().equal());
        assertEquals(dump(oldSchema), dump(stagingSchema));
    }

    /** One that is down for good is not asked for ever. */
    @Test
    public void givesUpWhenTheServerDoesNotComeBack() throws Exception {
        open(DriverJar.MYSQL_8);
        DbCopyException failure = assertThrows(
                DbCopyException.class,
                () -> copies.copy(new Backoff(3, 20), new Listener() {
                    @Override
                    public void expect(long rows) {
                        copies.toStaging.cutAfter(100_000, Cut.FIN, 2_000);
                    }
                }));

        assertEquals(DbError.DB_CONNECT, failure.error());
        assertTrue(failure.getMessage(), failure.getMessage().endsWith("tried again 3 times, with 0.1 s of waiting."));
        TimeUnit.SECONDS.sleep(3);
        assertEquals(rows, copies.copy(CutCopies.QUICK, new Listener()).rows());
        assertTrue(compare().equal());
    }

    /** What was being read can't be read on: a new snapshot of a source that has not changed is as good. */
    @Test
    public void takesANewSnapshotWhenAllConnectionsToTheSourceAreLost() throws Exception {
        open(DriverJar.MARIADB_2);
        CopyResult copied = copies.copy(CutCopies.QUICK, new Listener() {
            @Override
            public synchronized void moved(long moved, long bytes) {
                if (copies.cuts() == 0) {
                    copies.toOld.cutAll(Cut.RST);
                }
            }
        });

        assertEquals(1, copies.cuts());
        assertTrue(
                copies.waits().toString(),
                copies.waits().stream().anyMatch(line -> line.contains("kept the snapshot")));
        assertEquals(rows, copied.rows());
        assertTrue(compare().equal());
    }

    private void open(DriverJar jar) throws Exception {
        driver = jar;
        name(oldSchema, stagingSchema);
        rows = MysqlRows.fill(server.port(), oldSchema, "InnoDB");
        copies = new CutCopies(
                server.port(),
                port -> through(port, "OLD", oldSchema),
                port -> through(port, "STAGING", stagingSchema),
                new ChunkLimits(MysqlRows.CHUNK, 16 << 20),
                UPGRADE,
                1_000_000);
    }

    private DatabaseSpec through(int port, String name, String schema) {
        return spec(name, schema).url(driver.url(port, schema)).build();
    }

    private void startAnew() throws SQLException {
        admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
    }

    /** What the binary log has of the source; what we write to staging is none of its business. */
    private String written() throws SQLException {
        return rows(
                        "",
                        "SHOW BINLOG EVENTS IN '"
                                + rows("", "SHOW MASTER STATUS").get(0).split("\\|")[0] + "'")
                .stream()
                .filter(line -> line.contains(oldSchema))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
