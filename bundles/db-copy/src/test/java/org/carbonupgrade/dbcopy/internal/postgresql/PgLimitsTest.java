package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.postgresql.PgDialect;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** Databases that are large in some way. The properties {@code limits.mb} and {@code limits.tables} make them larger. */
@RunWith(JUnit4.class)
public class PgLimitsTest extends PgTest {

    private static final long CHUNK = 16 << 20;

    private static final int MEGABYTES = Integer.getInteger("limits.mb", 40);
    private static final int TABLES = Integer.getInteger("limits.tables", 150);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void refusesALargeValueNamingTheHeapThatItTakesAndPassesWithThat() throws Exception {
        sql(
                old,
                "CREATE TABLE t (id integer PRIMARY KEY, b bytea)",
                "ALTER TABLE t ALTER b SET STORAGE EXTERNAL",
                "INSERT INTO t SELECT i, convert_to(repeat(md5(i::text), " + MEGABYTES + " * 32768), 'SQL_ASCII')"
                        + " FROM generate_series(1, 3) i");
        String needed = "-Xmx" + (2 * MEGABYTES + 25) + "m";

        ForkedJvm refused = copyWith("-Xmx" + (2 * MEGABYTES - 10) + "m");

        assertEquals(1, refused.status());
        assertTrue(refused.lines().toString(), refused.lines().toString().contains(needed));
        assertEquals(
                Collections.emptyList(),
                column(staging, "SELECT relname FROM pg_class WHERE relname IN ('t', 'carbon_upgrade')"));

        ForkedJvm passed = copyWith(needed);

        int status = passed.status();
        assertEquals(passed.lines().toString(), 0, status);
        String values = "SELECT id || ' ' || length(b) || ' ' || md5(b) FROM t ORDER BY 1";
        assertEquals(column(old, values), column(staging, values));
    }

    @Test
    public void copiesThousandsOfTablesInLittleMemory() throws Exception {
        for (int number = 0; number < TABLES; number++) {
            sql(
                    old,
                    "CREATE TABLE t" + number + " (id serial PRIMARY KEY, v text UNIQUE)",
                    "INSERT INTO t" + number + " (v) SELECT 'v' || i FROM generate_series(1, 3) i");
        }

        ForkedJvm copy = copyWith("-Xmx128m");
        int status = copy.status();

        assertEquals(copy.lines().toString(), 0, status);
        CompareResult compared = compare();
        assertEquals(TABLES, compared.tables().size());
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
    }

    /** The server has place for some thousands of locks, and a database can have more tables than that. */
    @Test
    public void holdsNoLockOnWhatItHasLookedAt() throws Exception {
        sql(
                old,
                "CREATE TABLE t (id serial PRIMARY KEY, v text)",
                "INSERT INTO t (v) SELECT string_agg(md5(i::text), '') FROM generate_series(1, 1000) i");
        PgDialect dialect = new PgDialect();
        DriverLibrary drivers = new DriverLibrary();
        try (OpenDatabase source = dialect.openSource(old, drivers);
                OpenDatabase target = dialect.look(staging, drivers);
                Connection read = source.connect()) {
            Schema schema = dialect.schema(read);
            dialect.fastLane(source, target).get().sizes(read, schema.tables());

            assertEquals(
                    Collections.emptyList(),
                    Jdbc.column(
                            read,
                            "SELECT relation::regclass FROM pg_locks WHERE pid = pg_backend_pid()"
                                    + " AND relation >= 16384"));
        }
    }

    @Test
    public void copiesATableOfManyColumnsAndOneWithoutAKey() throws Exception {
        String[] types = {"integer", "text", "numeric(12,2)", "bytea", "timestamp", "boolean"};
        String[] values = {"i", "'t' || i", "i / 7.0", "decode(md5(i::text), 'hex')", "'2015-01-01'::date + i", "i = 3"
        };
        sql(
                old,
                "CREATE TABLE wide (" + columns(at -> "c" + at + " " + types[at % types.length]) + ")",
                "INSERT INTO wide SELECT " + columns(at -> at % 11 == 0 ? "NULL" : values[at % values.length])
                        + " FROM generate_series(1, 100) i",
                "INSERT INTO wide SELECT * FROM wide WHERE c1 = 't7'");

        CopyResult copied = copy();

        assertEquals(101, copied.rows());
        assertTrue(compare().equal());
    }

    private static String columns(IntFunction<String> column) {
        return IntStream.range(0, 300).mapToObj(column).collect(Collectors.joining(", "));
    }

    private ForkedJvm copyWith(String heap) throws Exception {
        return PgForkedCopy.start(folder.getRoot().toPath(), old, staging, CHUNK, heap);
    }
}
