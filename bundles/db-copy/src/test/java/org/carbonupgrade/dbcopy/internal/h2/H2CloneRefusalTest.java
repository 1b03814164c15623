package org.carbonupgrade.dbcopy.internal.h2;

import org.carbonupgrade.dbcopy.CopyRequest;
import org.junit.Before;

/** The rules by which a staging database may be copied into are the same when it is to be cloned. */
public class H2CloneRefusalTest extends H2RefusalTest {

    @Before
    public void cloneIt() {
        strategy = CopyRequest.Strategy.AUTO;
    }
}
