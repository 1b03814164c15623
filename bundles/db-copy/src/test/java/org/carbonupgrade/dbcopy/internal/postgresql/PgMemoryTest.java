package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** Copying needs little memory; a row for which there is too little is refused before anything is written. */
@RunWith(JUnit4.class)
public class PgMemoryTest extends PgTest {

    private static final long CHUNK = 16 << 20;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void copiesMoreThanFitsIntoMemory() throws Exception {
        sql(
                old,
                "CREATE TABLE t (id integer PRIMARY KEY, b bytea)",
                "ALTER TABLE t ALTER b SET STORAGE EXTERNAL",
                "INSERT INTO t SELECT i, decode(repeat(md5(i::text), 65536), 'hex') FROM generate_series(1, 120) i",
                "INSERT INTO t VALUES (0, decode(repeat('00ff', 5000000), 'hex'))");

        ForkedJvm copy = PgForkedCopy.start(folder.getRoot().toPath(), old, staging, CHUNK, "-Xmx64m");

        assertEquals(copy.lines().toString(), 0, copy.status());
        assertTrue(compare().equal());
    }

    @Test
    public void refusesARowForWhichThereIsTooLittleMemory() throws Exception {
        sql(
                old,
                "CREATE TABLE t (id integer PRIMARY KEY, b bytea NOT NULL)",
                "INSERT INTO t VALUES (0, decode(repeat('00ff', 20000000), 'hex'))");

        ForkedJvm copy = PgForkedCopy.start(folder.getRoot().toPath(), old, staging, CHUNK, "-Xmx64m");

        assertEquals(1, copy.status());
        List<String> lines = copy.lines();
        assertTrue(lines.toString(), lines.toString().contains("has a row of 40000000 bytes"));
        assertTrue(lines.toString(), lines.toString().contains("-Xmx101m"));
        assertTrue(column(staging, "SELECT 1 FROM pg_class WHERE relname = 'carbon_upgrade'")
                .isEmpty());
    }
}
