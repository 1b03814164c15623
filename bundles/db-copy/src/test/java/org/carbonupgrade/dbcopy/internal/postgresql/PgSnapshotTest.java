package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.SnapshotLost;
import org.carbonupgrade.dbcopy.internal.dialect.postgresql.PgDialect;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** A copy holds one moment of the source, whatever is written to it meanwhile. */
@RunWith(JUnit4.class)
public class PgSnapshotTest extends PgTest {

    private static final int WORKERS = 8;

    @Test
    public void copiesOneMomentOfASourceThatIsWrittenTo() throws Exception {
        sql(
                old,
                "CREATE TABLE a_large (a integer)",
                "INSERT INTO a_large SELECT generate_series(1, 20000)",
                "CREATE TABLE b_small (a integer)",
                "INSERT INTO b_small VALUES (1)",
                "CREATE TABLE c_empty (a integer)");
        AtomicBoolean written = new AtomicBoolean();

        copier.copy(new CopyRequest(old, staging, UPGRADE, 1), new Progress() {
            @Override
            public void expect(long rows) {
                // nobody listens
            }

            @Override
            public void moved(long rows, long bytes) {
                if (!written.getAndSet(true)) {
                    try {
                        sql(
                                old,
                                "INSERT INTO b_small VALUES (2)",
                                "DELETE FROM a_large",
                                "INSERT INTO c_empty VALUES (1)");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        });

        List<String> rows = column(
                staging,
                "SELECT (SELECT count(*) FROM a_large) || ' ' || (SELECT count(*) FROM b_small) || ' '"
                        + " || (SELECT count(*) FROM c_empty)");
        assertTrue(written.get());
        assertEquals(Collections.singletonList("20000 1 0"), rows);
    }

    /** Driver 9.4 waits for ever if two ask it about one connection at once. */
    @Test(timeout = 60_000)
    public void manyWorkersCanAskAtOnceWhetherTheSnapshotIsLost() throws Exception {
        driver = "9.4.1212";
        old = spec(old.name()).build();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (OpenDatabase source = new PgDialect().openSource(old, new DriverLibrary())) {
            server.execute(PgServer.ADMIN, "postgres", "COPY (SELECT 1) TO PROGRAM 'rm pg_snapshots/*'");
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                asking.add(workers.submit(() -> {
                    for (int attempt = 0; attempt < 20; attempt++) {
                        DbCopyException refusal = assertThrows(DbCopyException.class, source::connect);
                        assertFalse("its session is there", refusal instanceof SnapshotLost);
                    }
                }));
            }
            for (Future<?> each : asking) {
                each.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
