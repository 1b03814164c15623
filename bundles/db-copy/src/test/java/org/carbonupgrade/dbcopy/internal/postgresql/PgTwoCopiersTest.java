package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** Only one process at a time copies into a staging database, whichever upgrade it is for. */
@RunWith(JUnit4.class)
public class PgTwoCopiersTest extends PgTest {

    private final AtomicReference<DbCopyException> refusal = new AtomicReference<>();

    @Test
    public void refusesASecondCopyWhileTheFirstLives() throws Exception {
        sql(old, "CREATE TABLE A(N INTEGER PRIMARY KEY)", "INSERT INTO A VALUES (1), (2), (3)");

        CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 1), new Progress() {
            @Override
            public void expect(long rows) {
                refusal.set(assertThrows(DbCopyException.class, () -> copy()));
            }

            @Override
            public void moved(long rows, long bytes) {
                // the first of all moments will do
            }
        });

        assertEquals(3, copied.rows());
        assertEquals(DbError.DB_IN_USE, refusal.get().error());
        assertTrue(refusal.get().getMessage(), refusal.get().getMessage().matches(".*: session \\d+.*"));
        assertTrue(compare().equal());
    }
}
