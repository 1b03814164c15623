package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.SchemaDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.junit.Before;
import org.junit.Test;

/** Whatever differs is found and named. */
public class MysqlCompareTest extends MysqlTest {

    @Before
    public void copyADatabase() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE T(K VARCHAR(50) CHARACTER SET latin1 PRIMARY KEY, V TEXT, B BLOB, F FLOAT, KEY KF (F))",
                "INSERT INTO T SELECT CONCAT('key ', seq), CONCAT('value ', seq), REPEAT(0x00FF, 1000), 0.1 FROM seq_1_to_500",
                "CREATE TABLE BARE(A INT, D DOUBLE)",
                "INSERT INTO BARE SELECT MOD(seq, 50), 0.5 FROM seq_1_to_500",
                "CREATE TABLE N(A INT, B DATETIME(6), C DECIMAL(30, 10), PRIMARY KEY (A, B, C))",
                "INSERT INTO N SELECT MOD(seq, 3), '2020-01-01' + INTERVAL MOD(seq, 7) SECOND, seq / 7 FROM seq_1_to_500",
                "CREATE FUNCTION F() RETURNS INT RETURN 1");
        copy();
        assertTrue(compare().equal());
    }

    @Test
    public void namesARowOfWhichOneByteIsChanged() throws Exception {
        sql(stagingSchema, "UPDATE T SET B = CONCAT(LEFT(B, 1999), 0xFE) WHERE K = 'key 77'");
        assertRow("T", RowDifference.Kind.CHANGED, "K=key 77");
    }

    @Test
    public void namesARowWithAnotherLastDigitOfAFloat() throws Exception {
        sql(stagingSchema, "UPDATE T SET F = 0.10000001 WHERE K = 'key 78'");
        assertRow("T", RowDifference.Kind.CHANGED, "K=key 78");
    }

    @Test
    public void namesARowThatOnlyDiffersInTheCaseOfItsKey() throws Exception {
        sql(stagingSchema, "UPDATE T SET K = 'KEY 79' WHERE K = 'key 79'");
        assertRow("T", RowDifference.Kind.CHANGED, "K=key 79");
    }

    @Test
    public void namesAMissingRow() throws Exception {
        sql(stagingSchema, "DELETE FROM N WHERE A = 2 AND B = '2020-01-01 00:00:03' ORDER BY C LIMIT 1");
        assertEquals(RowDifference.Kind.MISSING, only("N").kind());
    }

    @Test
    public void namesAnExtraRow() throws Exception {
        sql(stagingSchema, "INSERT INTO N VALUES (1, '2030-01-01', 0.5)");
        assertRow("N", RowDifference.Kind.EXTRA, "A=1, B=2030-01-01 00:00:00.000000, C=0.5000000000");
    }

    @Test
    public void findsADoubledRowOfATableWithoutAKey() throws Exception {
        sql(stagingSchema, "INSERT INTO BARE SELECT * FROM BARE LIMIT 1");
        assertFalse(table("BARE").equal());
    }

    @Test
    public void namesWhatDiffersInTheSchema() throws Exception {
        sql(
                stagingSchema,
                "ALTER TABLE T DROP KEY KF, COMMENT 'another'",
                "DROP FUNCTION F",
                "CREATE VIEW V AS SELECT 1",
                "ALTER DATABASE CHARACTER SET utf16");
        StringBuilder found = new StringBuilder();
        for (SchemaDifference each : compare().schema()) {
            found.append(each.kind())
                    .append(' ')
                    .append(each.object())
                    .append(' ')
                    .append(each.name())
                    .append('\n');
        }
        assertEquals(
                "CHANGED setting the schema's character set\nCHANGED table T\nMISSING index T.KF\nMISSING function F\n"
                        + "EXTRA view V\n",
                found.toString());
    }

    private void assertRow(String table, RowDifference.Kind kind, String key) {
        RowDifference difference = only(table);
        assertEquals(kind, difference.kind());
        assertEquals(key, difference.firstKey());
    }

    private RowDifference only(String table) {
        TableComparison compared = table(table);
        assertEquals(1, compared.differences().size());
        return compared.differences().get(0);
    }

    private TableComparison table(String table) {
        CompareResult compared = compare();
        assertFalse(compared.equal());
        return compared.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .get();
    }
}
