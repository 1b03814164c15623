package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.informix.InformixDialect;
import org.junit.Test;

/** What customers add to a Carbon schema on Informix. */
public class InformixBeyondCarbonTest extends BeyondCarbonTest {

    @Test
    public void carriesWhatCarbonItselfDoesNotHave() throws Exception {
        FakeServer server = InformixCarbonSchemaTest.informix();
        server.row("systables", "tabid", 101, "tabname", "t", "partnum", 7, "locklevel", "R");
        int[][] columns = {
            {5 + 256, 10 * 256 + 2},
            {5, 16 * 256 + 255},
            {13, 5 * 256 + 30},
            {10, 17 * 256 + 13},
            {14, 8 * 256 + 4 * 16 + 10},
            {53 + 256, 10},
            {12, 56},
            {16, 255}
        };
        int number = 0;
        for (int[] column : columns) {
            server.row(
                    "syscolumns",
                    "tabid",
                    101,
                    "colno",
                    ++number,
                    "colname",
                    "c" + number,
                    "coltype",
                    column[0],
                    "collength",
                    column[1]);
        }
        server.sql("INSERT INTO sysptnhdr VALUES (7, 1, 1, 41)");
        server.sql("INSERT INTO sysdefaults VALUES (101, 3, 'L', 'it''s'), (101, 4, 'C', NULL)");
        server.sql("INSERT INTO sysindexes(tabid, idxname, idxtype, part1, part2) VALUES (101, 'ix', 'D', -1, 3)");
        server.sql("INSERT INTO sysconstraints VALUES (9, 'ck', 101, 'C', NULL)");
        server.sql("INSERT INTO syschecks VALUES (9, 'T', 0, '(c1 > ''%s'' )')");
        server.sql("INSERT INTO systriggers VALUES (3, 'tr', 'carbon', 101)");
        server.sql(
                "INSERT INTO systrigbody VALUES (3, 'A', 0, '(delete from \"carbon\".t);'), (3, 'D', 0, 'create trigger \"carbon\".tr insert on \"carbon\".t before')");

        List<String> made = made(new InformixDialect(), server);

        assertEquals(
                "CREATE TABLE \"t\" (\"c1\" DECIMAL(10,2) NOT NULL, \"c2\" DECIMAL(16), \"c3\" VARCHAR(30,5) DEFAULT 'it''s',"
                        + " \"c4\" DATETIME YEAR TO FRACTION(3) DEFAULT CURRENT YEAR TO FRACTION(3),"
                        + " \"c5\" INTERVAL DAY(2) TO SECOND, \"c6\" BIGSERIAL NOT NULL, \"c7\" TEXT, \"c8\" NVARCHAR(255))"
                        + " LOCK MODE ROW",
                made.get(0));
        assertEquals("ALTER TABLE \"t\" MODIFY (\"c6\" BIGSERIAL(41))", made.get(1));
        assertTrue(made.toString(), made.contains("CREATE INDEX \"ix\" ON \"t\" (\"c1\" DESC, \"c3\")"));
        assertTrue(
                made.toString(),
                made.contains("ALTER TABLE \"t\" ADD CONSTRAINT CHECK (c1 > '%s' ) CONSTRAINT \"ck\""));
        assertEquals(
                "SELECT \"c1\", \"c2\", \"c3\", \"c4\"::LVARCHAR(32), \"c5\"::LVARCHAR(32), \"c6\", \"c7\", \"c8\" FROM \"t\"",
                rows(schema(new InformixDialect(), server)));
        String trigger = made.get(made.size() - 1).replaceAll("\\s+", " ");
        assertEquals("create trigger tr insert on t before (delete from t);", trigger);
    }
}
