package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.TreeMap;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.junit.Test;

public class TableDigestsTest {

    @Test
    public void namesEachTableThatChangedWithItsCounts() {
        TableDigests before = digests("DB A", "2:1", "DB B", "1:1", "DB C", "1:1", "DB SAME", "1:1");
        TableDigests after = digests("DB A", "3:1", "DB B", "1:2", "DB D", "1:1", "DB SAME", "1:1");

        assertEquals(
                Arrays.asList(
                        "DB A held 2 rows before and holds 3 now",
                        "DB B held 1 rows before and holds 1, some of them different, now",
                        "DB C is not there any more",
                        "DB D was not there before"),
                before.changesTo(after));
    }

    @Test
    public void equalTablesDoNotChange() {
        TableDigests before = digests("DB A", "2:1", "DB B", "0:0");

        assertTrue(before.changesTo(digests("DB B", "0:0", "DB A", "2:1")).isEmpty());
        assertEquals(2, before.rows());
    }

    @Test
    public void keepsTheUserTablesOnly() {
        TableDigests users =
                digests("UM_DB REG_LOG", "2:1", "DB UM_USER", "1:1").ofUsers();

        assertEquals("[DB UM_USER]", users.tables().keySet().toString());
    }

    private static TableDigests digests(String... namesAndDigests) {
        TreeMap<String, TableDigest> tables = new TreeMap<>();
        for (int i = 0; i < namesAndDigests.length; i += 2) {
            String[] parts = namesAndDigests[i + 1].split(":");
            String digest = parts[0] + ":0000000000000000000000000000000" + parts[1];
            tables.put(namesAndDigests[i], TableDigest.parse(digest));
        }
        return new TableDigests(tables);
    }
}
