package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.internal.SecondCopier;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** Only one process at a time copies into a staging database, whichever upgrade it is for. */
@RunWith(JUnit4.class)
public class PgTwoCopiersTest extends PgTest {

    @Test
    public void refusesASecondCopyWhileTheFirstLives() throws Exception {
        sql(old, "CREATE TABLE A(N INTEGER PRIMARY KEY)", "INSERT INTO A VALUES (1), (2), (3)");
        SecondCopier second = new SecondCopier(this::copy);

        CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 1), second);

        assertEquals(3, copied.rows());
        second.assertRefused();
        assertTrue(compare().equal());
    }
}
