package org.carbonupgrade.dbcopy.internal.h2;

import org.carbonupgrade.dbcopy.CopyRequest;
import org.junit.Before;

/** The old database's files are left as they are also by cloning them. */
public class H2CloneSourceTest extends H2SourceTest {

    @Before
    public void cloneIt() {
        strategy = CopyRequest.Strategy.CLONE;
    }
}
