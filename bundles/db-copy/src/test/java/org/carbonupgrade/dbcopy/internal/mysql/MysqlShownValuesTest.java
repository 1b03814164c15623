package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;

import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.RowValues;
import org.junit.Test;

/** What differs is shown, as MySQL's drivers read it. */
public class MysqlShownValuesTest extends MysqlTest {

    @Test
    public void showsWhatRowsHoldThatDiffer() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE KEYED(K VARCHAR(20) PRIMARY KEY, B LONGBLOB, N DECIMAL(10, 2), D DATETIME, SECRET TEXT)"
                        + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
                "INSERT INTO KEYED VALUES('one', x'00FF10', 1.5, '2020-01-01', 'S3cret'), ('two', NULL, NULL, NULL, NULL)",
                "CREATE TABLE BARE(V TEXT, N INT)",
                "INSERT INTO BARE VALUES('a', 1), ('a', 1), ('b', 2)");
        copy();
        sql(
                stagingSchema,
                "UPDATE KEYED SET K = 'ONE', B = x'00FE10', N = 2, SECRET = 'S3cret2' WHERE K = 'one'",
                "DELETE FROM KEYED WHERE K = 'two'",
                "DELETE FROM BARE WHERE V = 'b'");
        assertEquals(
                "row with digest * [V: 'b' / -, N: '2' / -]\n"
                        + "K=two [B: NULL / -, N: NULL / -, D: NULL / -, SECRET: (hidden) / -]\n"
                        + "K=one [K: 'one' / 'ONE', B: 3 bytes: 0x00ff10 / 3 bytes: 0x00fe10, N: '1.50' / '2.00',"
                        + " SECRET: (hidden) / (hidden)]",
                shown());
    }

    private String shown() {
        CompareRequest request =
                new CompareRequest(old, staging, 2).hiding("SECRET"::equals).showingValues();
        return copier.compare(request, Progress.NONE).tables().stream()
                .flatMap(table -> table.differences().stream())
                .flatMap(difference -> difference.shown().stream())
                .map(RowValues::toString)
                .map(row -> row.replaceAll("digest [0-9a-f]{32}", "digest *"))
                .collect(Collectors.joining("\n"));
    }
}
