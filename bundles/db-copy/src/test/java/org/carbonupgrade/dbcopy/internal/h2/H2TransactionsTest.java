package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;

/**
 * H2 1.3 crawls for the rest of a session when it stores large objects while rows wait for their commit: such rows are never more
 * than what is handed to it with one call, behind the objects.
 */
public class H2TransactionsTest extends H2Test {

    private static final int ROWS = 2000;
    private static final int BATCH = 250;

    @Test
    public void rowsAreCommittedBatchByBatch() throws Exception {
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, B BLOB)",
                "INSERT INTO T SELECT X, SECURE_RAND(400) FROM SYSTEM_RANGE(1, " + ROWS + ")");
        List<Long> committed = new ArrayList<>();

        copier.copy(new CopyRequest(old, staging, UPGRADE, 1, strategy), new Progress() {
            @Override
            public void expect(long rows) {
                // what is to come does not matter here
            }

            @Override
            public void moved(long rows, long bytes) {
                committed.add(rows);
            }
        });

        assertEquals(ROWS, committed.stream().mapToLong(Long::longValue).sum());
        assertTrue(
                committed + " at once",
                committed.stream().mapToLong(Long::longValue).max().getAsLong() <= BATCH);
    }
}
