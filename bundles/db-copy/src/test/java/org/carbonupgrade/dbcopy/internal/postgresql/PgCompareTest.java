package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.SchemaDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** A comparison names what differs, down to a row. */
@RunWith(JUnit4.class)
public class PgCompareTest extends PgTest {

    @Before
    public void copyTables() throws Exception {
        sql(
                old,
                "CREATE TABLE keyed (a integer, u uuid, b bytea, n numeric, PRIMARY KEY (a, u))",
                "INSERT INTO keyed SELECT i % 7, md5(i::text)::uuid, decode(md5(i::text), 'hex'), 1.50"
                        + " FROM generate_series(1, 500) i",
                "CREATE TABLE bare (v text, f float8)",
                "INSERT INTO bare SELECT 'row ' || i % 40, 0 FROM generate_series(1, 300) i",
                "CREATE INDEX by_v ON bare (v)",
                "CREATE SEQUENCE s");
        copy();
        assertTrue(compare().equal());
    }

    @Test
    public void namesTheRowOfAChangedByte() throws Exception {
        sql(staging, "UPDATE keyed SET b = set_byte(b, 3, get_byte(b, 3) # 1) WHERE u = md5('42')::uuid");

        TableComparison table = table("public.keyed");

        assertFalse(table.equal());
        assertEquals(1, table.differences().size());
        assertEquals("CHANGED", table.differences().get(0).kind().name());
        assertEquals(
                "a=0, u=a1d0c6e8-3f02-7327-d846-1063f4ac58a6",
                table.differences().get(0).firstKey());
    }

    @Test
    public void namesMissingAndExtraRowsOfTablesWithAndWithoutAKey() throws Exception {
        sql(
                staging,
                "DELETE FROM keyed WHERE u = md5('1')::uuid",
                "INSERT INTO keyed VALUES (99, md5('x')::uuid, NULL, NULL)",
                "DELETE FROM bare WHERE ctid = '(0,1)'");

        assertEquals(
                "MISSING 1, EXTRA 1",
                table("public.keyed").differences().stream()
                        .map(run -> run.kind() + " " + run.rows())
                        .collect(Collectors.joining(", ")));
        assertEquals(
                "MISSING 1",
                table("public.bare").differences().stream()
                        .map(run -> run.kind() + " " + run.rows())
                        .collect(Collectors.joining(", ")));
    }

    /** Equal to the database's own =, but other values. */
    @Test
    public void seesTheScaleOfANumberAndTheSignOfZero() throws Exception {
        sql(
                staging,
                "UPDATE keyed SET n = 1.5 WHERE u = md5('7')::uuid",
                "UPDATE bare SET f = '-0' WHERE ctid = '(0,2)'");

        assertFalse(table("public.keyed").equal());
        assertFalse(table("public.bare").equal());
    }

    @Test
    public void namesAnIndexAColumnAndASequencesPosition() throws Exception {
        sql(staging, "DROP INDEX by_v", "ALTER TABLE bare ALTER f SET DEFAULT 1", "SELECT setval('s', 77)");

        List<String> differences = compare().schema().stream()
                .map(SchemaDifference::toString)
                .sorted()
                .collect(Collectors.toList());

        assertEquals(
                "[CHANGED position public.s, EXTRA default public.bare.f, MISSING index public.by_v]",
                differences.toString());
    }

    /** Who compares has no business writing, and need not be able to. */
    @Test
    public void comparesWithRightsToReadAlone() throws Exception {
        server.execute(
                PgServer.ADMIN,
                staging.name(),
                "CREATE ROLE reader_" + staging.name() + " LOGIN PASSWORD '" + PgServer.PASSWORD + "'",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_" + staging.name(),
                "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO reader_" + staging.name());
        try {
            DatabaseSpec readable = spec(staging.name())
                    .user("reader_" + staging.name(), PgServer.PASSWORD)
                    .build();

            CompareResult compared = copier.compare(new CompareRequest(old, readable, 2), Progress.NONE);
            assertEquals(2, compared.tables().size());
            assertTrue(compared.tables().stream().allMatch(TableComparison::equal));
        } finally {
            server.execute(
                    PgServer.ADMIN,
                    staging.name(),
                    "DROP OWNED BY reader_" + staging.name(),
                    "DROP ROLE reader_" + staging.name());
        }
    }

    private TableComparison table(String name) {
        CompareResult compared = compare();
        assertFalse(compared.equal());
        return compared.tables().stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .get();
    }
}
