package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.Arrays;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.Test;

/** How rows are written into staging, which their content does not tell. */
public class PgLoadingTest extends PgTest {

    /** From 16 on a server has some empty pages at the end of what it loaded. */
    private static final String VISIBLE = "SELECT relname || ' ' || (relallvisible > 0.9 * relpages)"
            + " FROM pg_class WHERE relname IN ('large', 'small') ORDER BY 1";

    @Test
    public void writesRowsThatNobodyHasToVisitAgain() throws Exception {
        makeALargeAndASmallTable();

        copy();

        assertEquals(Arrays.asList("large true", "small true"), column(staging, VISIBLE));
    }

    /** Its parts are transactions of their own, and only rows of the one that empties a table can be written so. */
    @Test
    public void splitsOnlyATableThatWouldKeepAWorkerBusyLongAfterTheOthers() throws Exception {
        makeALargeAndASmallTable();

        new JdbcDatabaseCopier(new ChunkLimits(5000, 20_000))
                .copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);

        assertEquals(Arrays.asList("large false", "small true"), column(staging, VISIBLE));
        assertTrue(compare().equal());
    }

    @Test
    public void gathersStatisticsAlsoOfExpressionsThatAreIndexed() throws Exception {
        sql(
                old,
                "CREATE TABLE t (v text)",
                "CREATE INDEX by_length ON t (length(v))",
                "INSERT INTO t SELECT repeat('x', i % 9) FROM generate_series(1, 500) i");

        copy();

        assertEquals(
                Arrays.asList("by_length 9", "t 9"),
                column(
                        staging,
                        "SELECT tablename || ' ' || n_distinct FROM pg_stats WHERE schemaname = 'public'"
                                + " AND tablename IN ('t', 'by_length') ORDER BY 1"));
    }

    /** They help to check them. */
    @Test
    public void gathersStatisticsBeforeItMakesForeignKeysWhereTablesAreCopiedAtOnce() throws Exception {
        sql(
                old,
                "CREATE TABLE parent (id integer PRIMARY KEY)",
                "CREATE TABLE child (id integer PRIMARY KEY, parent integer REFERENCES parent)",
                "INSERT INTO parent SELECT generate_series(1, 100)",
                "INSERT INTO child SELECT i, i FROM generate_series(1, 100) i");

        copier.copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);

        assertEquals(
                Arrays.asList("3 true"),
                column(
                        staging,
                        "SELECT count(*) || ' ' || bool_and(age(s.xmin) > age(c.xmin)) FROM pg_statistic s, pg_constraint c"
                                + " WHERE s.starelid IN ('parent'::regclass, 'child'::regclass) AND c.contype = 'f'"));
    }

    @Test
    public void compressesLargeValuesQuicklyUnlessTheirColumnSaysHow() throws Exception {
        assumeTrue(
                "the server is built without lz4",
                column(old, "SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression'")
                        .contains("t"));
        sql(
                old,
                "CREATE TABLE t (id integer, free text, bound text COMPRESSION pglz)",
                "INSERT INTO t SELECT i, repeat('abc', 2000), repeat('abc', 2000) FROM generate_series(1, 3) i");

        copy();

        assertEquals(
                Arrays.asList("lz4 pglz"),
                column(
                        staging,
                        "SELECT DISTINCT pg_column_compression(free) || ' ' || pg_column_compression(bound) FROM t"));
        assertTrue(compare().equal());
    }

    @Test
    public void leavesTheCompressionAloneThatSomebodyChoseForStaging() throws Exception {
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "ALTER DATABASE " + staging.name() + " SET default_toast_compression = 'pglz'");
        sql(old, "CREATE TABLE t (v text)", "INSERT INTO t VALUES (repeat('abc', 2000))");

        copy();

        assertEquals(Arrays.asList("pglz"), column(staging, "SELECT pg_column_compression(v) FROM t"));
    }

    private void makeALargeAndASmallTable() throws Exception {
        sql(
                old,
                "CREATE TABLE large (id integer PRIMARY KEY, v text)",
                "INSERT INTO large SELECT i, md5(i::text) FROM generate_series(1, 30000) i",
                "CREATE TABLE small (id integer PRIMARY KEY, v text)",
                "INSERT INTO small SELECT i, md5(i::text) FROM generate_series(1, 2000) i",
                "ANALYZE");
    }
}
