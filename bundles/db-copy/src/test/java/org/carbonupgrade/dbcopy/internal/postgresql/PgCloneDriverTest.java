package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;

import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.junit.Test;

/** Every driver that is supported can be used to clone. */
public class PgCloneDriverTest extends PgCloning {

    @Test
    public void clonesThroughAnyDriver() throws Exception {
        fill();
        assertEquals(3100, copy(Strategy.CLONE).rows());
        assertCopied();
    }
}
