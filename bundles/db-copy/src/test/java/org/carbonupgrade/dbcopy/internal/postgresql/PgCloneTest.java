package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** A clone is equal to the old database, which is left as it is, and is to its server what the empty staging database was. */
@RunWith(JUnit4.class)
public class PgCloneTest extends PgCloning {

    @Test
    public void clonesADatabaseOfTheSameCluster() throws Exception {
        fill();
        awaitCountersOf(3100);
        String counters = counters();

        CopyResult copied = copy(Strategy.AUTO);

        assertEquals("clone: the server copies the database's files", copied.strategy());
        assertEquals(3100, copied.rows());
        assertTrue("size " + copied.bytes(), copied.bytes() > 1_000_000);
        assertEquals(2, copied.tables().size());
        assertEquals(3000, copied.tables().get(1).rows());
        assertEquals(Optional.empty(), copied.tables().get(1).digest());
        assertEquals(Collections.emptyList(), copied.notCarried());
        assertEquals(counters, counters());
        assertCopied();
        CopyResult again = copy(Strategy.AUTO);
        assertEquals("complete already", again.strategy());
        assertEquals(copied.rows(), again.rows());
        assertEquals("complete already", copy(Strategy.CLONE).strategy());
    }

    @Test
    public void streamsWhenAskedTo() throws Exception {
        fill();
        assertTrue(copy(Strategy.STREAM).strategy().matches("stream: .*; not cloned: streaming was asked for"));
        assertCopied();
    }

    @Test
    public void keepsWhatBelongsToTheStagingDatabase() throws Exception {
        fill();
        String name = staging.name();
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "COMMENT ON DATABASE " + name + " IS 'it''s \\ staging'",
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT, TEMP ON DATABASE " + name + " TO carbon WITH GRANT OPTION",
                "ALTER DATABASE " + name + " CONNECTION LIMIT 17",
                "ALTER DATABASE " + name + " SET search_path TO '$user', public, 'od\"d, one'",
                "ALTER DATABASE " + name + " SET work_mem TO '5MB'",
                "ALTER ROLE cloner IN DATABASE " + name + " SET datestyle TO 'ISO, DMY'");
        server.execute(PgServer.ADMIN, "postgres", "ALTER DATABASE " + old.name() + " SET work_mem TO '6MB'");
        String before = properties();

        CopyResult copied = copy(Strategy.CLONE);

        assertEquals(before, properties());
        assertTrue(
                copied.notCarried().toString(), copied.notCarried().toString().contains("work_mem=6MB"));
        assertCopied();
    }

    /** An old database that is itself the result of an upgrade has a marker table of its own. */
    @Test
    public void makesItsOwnTheMarkerTableThatCameAlong() throws Exception {
        fill();
        copy(Strategy.CLONE);
        server.execute(CLONER, staging.name(), "UPDATE carbon_upgrade SET note = 'PROMOTED' WHERE mark = 'PHASE'");
        String next = staging.name() + "_next";
        server.execute(CLONER, "postgres", "CREATE DATABASE " + next);
        try {
            CopyRequest request = new CopyRequest(
                    staging, spec(next).user(CLONER, PgServer.PASSWORD).build(), "upgrade-2", 1, Strategy.CLONE);
            copier.copy(request, Progress.NONE);
            assertEquals(
                    Collections.singletonList("upgrade-2 COPIED"),
                    column(
                            request.target(),
                            "SELECT string_agg(note, ' ' ORDER BY mark DESC) FROM carbon_upgrade WHERE mark IN ('UPGRADE', 'PHASE')"));
        } finally {
            server.execute(PgServer.ADMIN, "postgres", "DROP DATABASE " + next);
        }
    }

    /** Each of the databases is renamed through a session in another of them. */
    @Test
    public void needsNoOtherDatabaseOfTheServer() throws Exception {
        fill();
        server.execute(PgServer.ADMIN, "postgres", "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
        try {
            copy(Strategy.CLONE);
            assertCopied();
            DatabaseSpec none = spec("none").user(CLONER, PgServer.PASSWORD).build();
            assertEquals(
                    DbError.DB_MISSING,
                    assertThrows(
                                    DbCopyException.class,
                                    () -> copier.copy(new CopyRequest(old, none, UPGRADE, 1), Progress.NONE))
                            .error());
        } finally {
            server.execute(PgServer.ADMIN, "postgres", "GRANT CONNECT ON DATABASE postgres, template1 TO PUBLIC");
        }
    }

    /** Of another upgrade. */
    @Test
    public void leavesDatabasesAloneThatAreNotItsOwn() throws Exception {
        fill();
        String others = "carbon_upgrade_clone_0123456789abcdef";
        server.execute(CLONER, "postgres", "CREATE DATABASE " + others);
        try {
            copy(Strategy.CLONE);
            assertEquals(Collections.singletonList(others), temporary());
        } finally {
            server.execute(CLONER, "postgres", "DROP DATABASE " + others);
        }
    }

    /** A session that has ended tells what it wrote a moment later. */
    private void awaitCountersOf(int rows) throws Exception {
        for (int i = 0; i < 600 && !counted().equals(String.valueOf(rows)); i++) {
            Thread.sleep(50);
        }
        assertEquals(String.valueOf(rows), counted());
    }

    private String counted() throws SQLException {
        return column(old, "SELECT sum(n_tup_ins) FROM pg_stat_user_tables").get(0);
    }

    private String counters() throws SQLException {
        return String.join(
                "\n",
                column(
                        old,
                        "SELECT concat_ws(' ', relid, n_tup_ins, n_tup_upd, n_tup_del, last_vacuum, last_analyze)"
                                + " FROM pg_stat_user_tables ORDER BY relid"));
    }
}
