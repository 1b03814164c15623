package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** The disk of the staging database is full: a small one in memory, for which the test has to be run by one who may mount it. */
@RunWith(JUnit4.class)
public class PgFullDiskTest extends PgTest {

    private static final int ROWS = 3000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path disk;
    private boolean mounted;

    @Before
    public void mountASmallDisk() throws Exception {
        disk = folder.getRoot().toPath();
        mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=24m,mode=700,uid=65534", "tmpfs", disk.toString());
        assumeTrue("may mount", mounted);
        server.execute(PgServer.ADMIN, "postgres", "CREATE TABLESPACE small LOCATION '" + disk + "'");
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "DROP DATABASE " + staging.name(),
                "CREATE DATABASE " + staging.name() + " OWNER " + PgServer.USER + " TABLESPACE small");
    }

    @After
    public void unmountTheDisk() throws Exception {
        if (mounted) {
            PgRows.startAnew(server, staging);
            server.execute(PgServer.ADMIN, "postgres", "DROP TABLESPACE small");
            succeeds("umount", disk.toString());
        }
    }

    @Test
    public void goesOnWhenThereIsRoomAgain() throws Exception {
        sql(
                old,
                "CREATE TABLE large (id integer PRIMARY KEY, v text)",
                "ALTER TABLE large ALTER v SET STORAGE EXTERNAL",
                "INSERT INTO large SELECT i, repeat(md5(i::text), 300) FROM generate_series(1, " + ROWS + ") i",
                "ANALYZE large");

        DbCopyException failure = assertThrows(DbCopyException.class, this::copyInParts);
        assertEquals(failure.toString(), DbError.DB_FILE, failure.error());
        assertTrue(succeeds("mount", "-o", "remount,size=200m", disk.toString()));
        CopyResult copied = copyInParts();

        assertTrue(copied.resumed());
        assertEquals(ROWS, copied.rows());
        assertTrue(compare().equal());
    }

    private CopyResult copyInParts() {
        return new JdbcDatabaseCopier(new ChunkLimits(5000, 1 << 17))
                .copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
