package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.junit.Before;
import org.junit.Test;

/** Every difference is named, and nothing else is. */
public class H2CompareTest extends H2Test {

    private static final int ROWS = 2500;

    @Before
    public void makeAnExactCopy() throws Exception {
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, V VARCHAR(20), B BLOB)",
                "INSERT INTO T SELECT X, 'value ' || X, REPEAT('ab', MOD(X, 50) * 10) FROM SYSTEM_RANGE(1, " + ROWS
                        + ")",
                "CREATE TABLE BARE(V VARCHAR(20))",
                "INSERT INTO BARE SELECT 'row ' || MOD(X, 40) FROM SYSTEM_RANGE(1, 100)",
                "CREATE TABLE PAIR(A VARCHAR_IGNORECASE(5), B INT, V INT, PRIMARY KEY(A, B))",
                "INSERT INTO PAIR SELECT CASE MOD(X, 3) WHEN 0 THEN 'aa' WHEN 1 THEN 'B' ELSE 'c, B' END, X, X"
                        + " FROM SYSTEM_RANGE(1, 300)",
                "CREATE TABLE D(X INT DEFAULT 1, P INT, CONSTRAINT FK FOREIGN KEY(P) REFERENCES T(ID))",
                "CREATE INDEX IX ON T(V)",
                "CREATE SEQUENCE SQ",
                "CREATE VIEW VW AS SELECT ID FROM T WHERE ID > 5");
        copy();
    }

    @Test
    public void findsNothingBetweenExactCopies() {
        CompareResult compared = compare();
        assertTrue(compared.equal());
        assertEquals(Collections.emptyList(), rows(compared));
        assertEquals(ROWS + 100 + 300, compared.rows());
    }

    @Test
    public void namesTheRowOfWhichOneByteDiffers() throws Exception {
        with(staging, connection -> {
            byte[] content = new byte[490];
            Arrays.fill(content, (byte) 0xab);
            content[489] = (byte) 0xaa;
            try (PreparedStatement update = connection.prepareStatement("UPDATE T SET B = ? WHERE ID = 1249")) {
                update.setBytes(1, content);
                assertEquals(1, update.executeUpdate());
            }
        });
        differsOnlyIn("PUBLIC.T CHANGED 1 row: ID=1249");
    }

    @Test
    public void namesRowsAtTheBeginningInTheMiddleAndAtTheEnd() throws Exception {
        sql(
                staging,
                "DELETE FROM T WHERE ID IN (1, 1000, 1001, " + ROWS + ")",
                "UPDATE T SET V = 'x' WHERE ID IN (2, 1500)",
                "INSERT INTO T VALUES(0, 'x', NULL), (-7, 'x', NULL), (99999, 'x', NULL)");
        differsOnlyIn(
                "PUBLIC.T MISSING 1 row: ID=1",
                "PUBLIC.T EXTRA 2 rows: ID=-7 … ID=0",
                "PUBLIC.T CHANGED 1 row: ID=2",
                "PUBLIC.T MISSING 2 rows: ID=1000 … ID=1001",
                "PUBLIC.T CHANGED 1 row: ID=1500",
                "PUBLIC.T MISSING 1 row: ID=" + ROWS,
                "PUBLIC.T EXTRA 1 row: ID=99999");
    }

    @Test
    public void namesRowsByKeysOfSeveralColumns() throws Exception {
        sql(
                staging,
                "DELETE FROM PAIR WHERE B IN (150, 151)",
                "INSERT INTO PAIR VALUES('c', 2, 2)",
                "UPDATE PAIR SET V = -1 WHERE B = 299");
        differsOnlyIn(
                "PUBLIC.PAIR MISSING 1 row: A=aa, B=150",
                "PUBLIC.PAIR MISSING 1 row: A=B, B=151",
                "PUBLIC.PAIR EXTRA 1 row: A=c, B=2",
                "PUBLIC.PAIR CHANGED 1 row: A=c, B, B=299");
    }

    @Test
    public void seesThatAKeyIsWrittenInOtherLetters() throws Exception {
        sql(staging, "DELETE FROM PAIR WHERE B = 3", "INSERT INTO PAIR VALUES('AA', 3, 3)");
        differsOnlyIn("PUBLIC.PAIR CHANGED 1 row: A=aa, B=3");
    }

    @Test
    public void countsManyMissingRows() throws Exception {
        sql(
                old,
                "CREATE TABLE BIG(ID INT PRIMARY KEY, V INT)",
                "INSERT INTO BIG SELECT X, X FROM SYSTEM_RANGE(1, 61000)");
        sql(
                staging,
                "CREATE TABLE BIG(ID INT PRIMARY KEY, V INT)",
                "INSERT INTO BIG SELECT X, X FROM SYSTEM_RANGE(60501, 61000)");

        List<String> rows = rows(compare());

        assertEquals(Collections.singletonList("PUBLIC.BIG MISSING 60500 rows: ID=1 … ID=60500"), rows);
    }

    @Test
    public void saysThatTooManyRowsWithoutAKeyDiffer() throws Exception {
        sql(old, "CREATE TABLE MUCH(V INT)", "INSERT INTO MUCH SELECT X FROM SYSTEM_RANGE(1, 60001)");
        sql(staging, "CREATE TABLE MUCH(V INT)", "INSERT INTO MUCH SELECT -X FROM SYSTEM_RANGE(1, 1)");

        TableComparison table = table(compare(), "PUBLIC.MUCH");

        assertFalse(table.equal());
        assertEquals(1, table.differences().size());
        assertEquals(RowDifference.Kind.MISSING, table.differences().get(0).kind());
        assertEquals(60000, table.differences().get(0).rows());
    }

    @Test
    public void seesEqualRowsWithoutAKeyInAnotherOrder() throws Exception {
        sql(old, "CREATE TABLE MUCH(V INT)", "INSERT INTO MUCH SELECT X FROM SYSTEM_RANGE(1, 60000)");
        sql(staging, "CREATE TABLE MUCH(V INT)", "INSERT INTO MUCH SELECT 60001 - X FROM SYSTEM_RANGE(1, 60000)");

        TableComparison table = table(compare(), "PUBLIC.MUCH");

        assertTrue(table.equal());
        assertEquals(Collections.emptyList(), table.differences());
    }

    @Test
    public void namesAtMostAsManyRunsAsAReportHolds() throws Exception {
        sql(staging, "UPDATE T SET V = 'x' WHERE MOD(ID, 2) = 0");
        TableComparison table = table(compare(), "PUBLIC.T");
        assertEquals(TableComparison.MOST_DIFFERENCES, table.differences().size());
        assertEquals("CHANGED 1 row: ID=2", table.differences().get(0).toString());
    }

    @Test
    public void countsTheCopiesOfARowWithoutAKey() throws Exception {
        sql(
                staging,
                "INSERT INTO BARE VALUES('row 1'), ('row 1')",
                "DELETE FROM BARE WHERE V = 'row 39'",
                "INSERT INTO BARE VALUES('new')");

        List<String> rows = rows(compare());
        Collections.sort(rows);

        assertEquals(3, rows.size());
        assertTrue(rows.get(0), rows.get(0).matches("PUBLIC.BARE EXTRA 1 row: row with digest [0-9a-f]{32}"));
        assertTrue(rows.get(1), rows.get(1).matches("PUBLIC.BARE EXTRA 2 rows: row with digest [0-9a-f]{32}"));
        assertTrue(rows.get(2), rows.get(2).matches("PUBLIC.BARE MISSING 2 rows: row with digest [0-9a-f]{32}"));
    }

    @Test
    public void namesADroppedIndex() throws Exception {
        sql(staging, "DROP INDEX IX");
        schemaDiffersOnlyIn("MISSING index PUBLIC.IX");
    }

    @Test
    public void namesAChangedDefault() throws Exception {
        sql(staging, "ALTER TABLE D ALTER COLUMN X SET DEFAULT 2");
        schemaDiffersOnlyIn("CHANGED table PUBLIC.D");
    }

    @Test
    public void namesAnAddedColumn() throws Exception {
        sql(staging, "ALTER TABLE BARE ADD W INT");
        schemaDiffersOnlyIn("CHANGED table PUBLIC.BARE");
    }

    @Test
    public void namesARemovedColumn() throws Exception {
        sql(staging, "ALTER TABLE D DROP COLUMN X");
        schemaDiffersOnlyIn("CHANGED table PUBLIC.D");
    }

    @Test
    public void namesARenamedColumn() throws Exception {
        sql(staging, "ALTER TABLE PAIR ALTER COLUMN V RENAME TO W");
        schemaDiffersOnlyIn("CHANGED table PUBLIC.PAIR");
    }

    @Test
    public void namesAColumnThatMayBeNull() throws Exception {
        sql(staging, "ALTER TABLE PAIR ALTER COLUMN V SET NOT NULL");
        schemaDiffersOnlyIn("CHANGED table PUBLIC.PAIR");
    }

    @Test
    public void namesAMissingAndAnExtraTable() throws Exception {
        sql(staging, "DROP TABLE BARE", "CREATE TABLE MORE(X INT)");
        schemaDiffersOnlyIn("MISSING table PUBLIC.BARE", "EXTRA table PUBLIC.MORE");
    }

    @Test
    public void namesAMovedSequence() throws Exception {
        value(staging, "CALL NEXTVAL('SQ')");
        schemaDiffersOnlyIn("CHANGED sequence PUBLIC.SQ");
    }

    @Test
    public void namesAChangedView() throws Exception {
        sql(staging, "CREATE OR REPLACE VIEW VW AS SELECT ID FROM T WHERE ID > 6");
        schemaDiffersOnlyIn("CHANGED view PUBLIC.VW");
    }

    @Test
    public void namesADroppedForeignKey() throws Exception {
        sql(staging, "ALTER TABLE D DROP CONSTRAINT FK");
        schemaDiffersOnlyIn("MISSING foreign key PUBLIC.FK");
    }

    @Test
    public void comparesRowsAlsoWhereTheKeyWasDropped() throws Exception {
        sql(staging, "ALTER TABLE PAIR DROP PRIMARY KEY", "DELETE FROM PAIR WHERE B = 7");

        CompareResult compared = compare();

        assertEquals(1, compared.schema().size());
        assertTrue(compared.schema().get(0).toString().startsWith("MISSING primary key PUBLIC.CONSTRAINT_"));
        assertEquals(1, rows(compared).size());
        assertTrue(rows(compared).get(0).startsWith("PUBLIC.PAIR MISSING 1 row: row with digest "));
    }

    @Test
    public void takesNoNoticeOfStatisticsAndOfHowTheEngineWorks() throws Exception {
        sql(staging, "ANALYZE", "SET CACHE_SIZE 4000", "SET DB_CLOSE_DELAY 3");
        assertTrue(compare().equal());
    }

    private void differsOnlyIn(String... expected) {
        CompareResult compared = compare();
        assertFalse(compared.equal());
        assertEquals("[]", compared.schema().toString());
        assertEquals(String.join("\n", expected), String.join("\n", rows(compared)));
    }

    private void schemaDiffersOnlyIn(String... expected) {
        CompareResult compared = compare();
        assertFalse(compared.equal());
        assertEquals(Arrays.toString(expected), compared.schema().toString());
        assertEquals(Collections.emptyList(), rows(compared));
    }

    private static TableComparison table(CompareResult compared, String name) {
        return compared.tables().stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .get();
    }

    private static List<String> rows(CompareResult compared) {
        return compared.tables().stream()
                .flatMap(table -> table.differences().stream().map(difference -> table.table() + " " + difference))
                .collect(Collectors.toList());
    }
}
