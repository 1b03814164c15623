package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.RowValues;
import org.junit.Before;
import org.junit.Test;

/** What rows hold that differ is shown to those who ask for it, and never what is secret. */
public class H2ShownValuesTest extends H2Test {

    @Before
    public void makeAnExactCopy() throws Exception {
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, V VARCHAR(400), N INT, B BLOB, C CLOB, USER_PASSWORD VARCHAR(40))",
                "INSERT INTO T VALUES(1, 'one', 1, X'00FF10', 'text', 'S3cret-1'), (2, 'NULL', 2, NULL, NULL, 'S3cret-2'),"
                        + " (3, REPEAT('x', 300), 3, REPEAT('ab', 500), REPEAT('y', 5000), 'S3cret-3')",
                "INSERT INTO T SELECT X, 'v', X, NULL, NULL, 'S3cret-' || X FROM SYSTEM_RANGE(100, 150)",
                "CREATE TABLE BARE(V VARCHAR(20), B BLOB, USER_PASSWORD VARCHAR(40))",
                "INSERT INTO BARE VALUES('a', X'01', 'S3cret-a'), ('a', X'01', 'S3cret-a'), ('b', X'02', 'S3cret-b')",
                "CREATE TABLE TOKENS(ACCESS_TOKEN VARCHAR(20) PRIMARY KEY, V INT)",
                "INSERT INTO TOKENS VALUES('S3cret-t', 1)",
                "CREATE TABLE PROPS(ID INT PRIMARY KEY, NAME VARCHAR(40), PROPERTY VARCHAR(40))",
                "INSERT INTO PROPS VALUES(1, 'color', 'red'), (2, 'keystore.password', 'S3cret-p')");
        copy();
    }

    @Test
    public void readsNoValueThatNobodyAskedFor() throws Exception {
        sql(staging, "UPDATE T SET V = 'changed', N = 7 WHERE ID = 1", "DELETE FROM BARE WHERE V = 'b'");
        CompareResult compared = compare();
        assertFalse(compared.equal());
        assertEquals("[]", shown(compared).toString());
    }

    @Test
    public void showsTheColumnsThatDifferAndNoOther() throws Exception {
        sql(
                staging,
                "UPDATE T SET V = 'it''s', N = NULL WHERE ID = 1",
                "UPDATE T SET V = NULL, B = X'CAFE', C = '' WHERE ID = 2");
        showsOnly(
                "ID=1 [V: 'one' / 'it''s', N: 1 / NULL]",
                "ID=2 [V: 'NULL' / NULL, B: NULL / 2 bytes: 0xcafe, C: NULL / '']");
    }

    @Test
    public void shortensLargeValuesAndTellsThemApart() throws Exception {
        sql(
                staging,
                "UPDATE T SET V = REPEAT('x', 299) || 'z', B = REPEAT('ab', 501), C = REPEAT('y', 4999) WHERE ID = 3");
        List<String> shown = shown(comparedWithValues());
        assertEquals(1, shown.size());
        String x = "'" + repeat("x", 100) + "…' (300 characters) (digest [0-9a-f]{8})";
        String b = "0x" + repeat("ab", 32) + "…";
        String c = "'" + repeat("y", 100) + "…'";
        String pattern = "ID=3 [V: " + x + " / " + x + ", B: 500 bytes: " + b + " / 501 bytes: " + b + ", C: " + c
                + " (5,000 characters) / " + c + " (4,999 characters)]";
        String quoted = pattern.replaceAll("([\\[\\]()])", "\\\\$1").replace("\\[0-9a-f\\]", "[0-9a-f]");
        assertTrue(shown.get(0), shown.get(0).matches(quoted));
        assertEquals(2, shown.get(0).split("digest ").length - 1);
    }

    @Test
    public void showsAllOfARowThatOneSideLacks() throws Exception {
        sql(staging, "DELETE FROM T WHERE ID = 2", "INSERT INTO T VALUES(0, 'more', NULL, X'01', NULL, 'S3cret-0')");
        showsOnly(
                "ID=0 [V: - / 'more', N: - / NULL, B: - / 1 byte: 0x01, C: - / NULL, USER_PASSWORD: - / (hidden)]",
                "ID=2 [V: 'NULL' / -, N: 2 / -, B: NULL / -, C: NULL / -, USER_PASSWORD: (hidden) / -]");
    }

    @Test
    public void showsRowsOfATableWithoutAKey() throws Exception {
        sql(staging, "DELETE FROM BARE WHERE V = 'b'", "INSERT INTO BARE VALUES('c', X'0304', 'S3cret-c')");
        List<String> shown = shown(comparedWithValues());
        assertEquals(2, shown.size());
        assertTrue(
                shown.get(0), shown.get(0).endsWith(" [V: 'b' / -, B: 1 byte: 0x02 / -, USER_PASSWORD: (hidden) / -]"));
        assertTrue(
                shown.get(1),
                shown.get(1).endsWith(" [V: - / 'c', B: - / 2 bytes: 0x0304, USER_PASSWORD: - / (hidden)]"));
    }

    @Test
    public void namesAPasswordThatDiffersAndShowsNeither() throws Exception {
        sql(staging, "UPDATE T SET USER_PASSWORD = 'S3cret-x' WHERE ID = 1");
        showsOnly("ID=1 [USER_PASSWORD: (hidden) / (hidden)]");
    }

    @Test
    public void hidesWhatIsSecretAlsoInKeysAndInRowsOfNamesAndValues() throws Exception {
        sql(
                staging,
                "UPDATE TOKENS SET V = 2",
                "UPDATE PROPS SET PROPERTY = 'blue' WHERE ID = 1",
                "UPDATE PROPS SET PROPERTY = 'S3cret-q' WHERE ID = 2");
        showsOnly(
                "ID=1 [PROPERTY: 'red' / 'blue']",
                "ID=2 [PROPERTY: (hidden) / (hidden)]",
                "ACCESS_TOKEN=(hidden) [V: 1 / 2]");
        CompareResult withoutValues = copier.compare(request(), Progress.NONE);
        assertFalse(text(withoutValues), text(withoutValues).contains("S3cret"));
    }

    @Test
    public void showsTheFirstRowsOfALongRun() throws Exception {
        sql(staging, "DELETE FROM T WHERE ID BETWEEN 101 AND 149");
        CompareResult compared = comparedWithValues();
        assertTrue(text(compared), text(compared).contains("MISSING 49 rows: ID=101 … ID=149"));
        assertEquals(10, shown(compared).size());
        assertTrue(shown(compared).get(9).startsWith("ID=110 "));
    }

    @Test
    public void opensATargetThatIsToBeReadOnlyAsItDoesTheSource() throws Exception {
        String files = FileStates.of(path("new"));
        CompareResult compared = copier.compare(
                new CompareRequest(
                        old,
                        spec("STAGING", "new/repository/DB")
                                .snapshots(path("snapshots"))
                                .build(),
                        1),
                Progress.NONE);
        assertTrue(compared.equal());
        assertEquals(files, FileStates.of(path("new")));
    }

    private void showsOnly(String... rows) {
        CompareResult compared = comparedWithValues();
        assertEquals(String.join("\n", rows), String.join("\n", shown(compared)));
        assertFalse(text(compared), (text(compared) + shown(compared)).contains("S3cret"));
    }

    private CompareResult comparedWithValues() {
        return copier.compare(request().showingValues(), Progress.NONE);
    }

    private CompareRequest request() {
        return new CompareRequest(old, staging, 1).hiding(name -> name.matches("(?i).*(password|token).*"));
    }

    private static String text(CompareResult compared) {
        return compared.tables().stream()
                .map(table -> table.table() + table.differences())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> shown(CompareResult compared) {
        return compared.tables().stream()
                .flatMap(table -> table.differences().stream())
                .flatMap(difference -> difference.shown().stream())
                .map(RowValues::toString)
                .collect(Collectors.toList());
    }

    private static String repeat(String text, int times) {
        return new String(new char[times]).replace("\0", text);
    }
}
