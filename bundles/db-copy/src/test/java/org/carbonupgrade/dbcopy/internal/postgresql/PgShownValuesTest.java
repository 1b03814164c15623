package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;

import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.RowValues;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** What differs is shown also where tables are compared by the server's own lane. */
@RunWith(JUnit4.class)
public class PgShownValuesTest extends PgTest {

    @Test
    public void showsWhatRowsHoldThatDiffer() throws Exception {
        sql(
                old,
                "CREATE TABLE keyed (id integer PRIMARY KEY, b bytea, n numeric, t text, at timestamptz, secret text)",
                "INSERT INTO keyed VALUES (1, '\\x00ff10', 1.50, 'one', '2020-01-01 00:00:00+00', 'S3cret'),"
                        + " (2, NULL, NULL, repeat('x', 100000), NULL, NULL)",
                "CREATE TABLE bare (v text, n integer)",
                "INSERT INTO bare VALUES ('a', 1), ('a', 1), ('b', 2)");
        copy();
        sql(
                staging,
                "UPDATE keyed SET b = '\\x00fe10', n = 1.5, at = '2020-01-01 00:00:01+00', secret = 'S3cret2' WHERE id = 1",
                "DELETE FROM keyed WHERE id = 2",
                "DELETE FROM bare WHERE v = 'b'");
        assertEquals(
                "row with digest * [v: 'b' / -, n: '2' / -]\n"
                        + "id=2 [b: NULL / -, n: NULL / -, t: '"
                        + new String(new char[100]).replace("\0", "x")
                        + "…' (100,000 characters) / -, at: NULL / -, secret: (hidden) / -]\n"
                        + "id=1 [b: 3 bytes: 0x00ff10 / 3 bytes: 0x00fe10, n: '1.50' / '1.5',"
                        + " at: '2020-01-01 00:00:00+00' / '2020-01-01 00:00:01+00', secret: (hidden) / (hidden)]",
                shown());
    }

    private String shown() {
        CompareRequest request =
                new CompareRequest(old, staging, 2).hiding("secret"::equals).showingValues();
        return copier.compare(request, Progress.NONE).tables().stream()
                .flatMap(table -> table.differences().stream())
                .flatMap(difference -> difference.shown().stream())
                .map(RowValues::toString)
                .map(row -> row.replaceAll("digest [0-9a-f]{32}", "digest *"))
                .collect(Collectors.joining("\n"));
    }
}
