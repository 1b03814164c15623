package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.junit.Before;

/** The rules by which a staging database may be copied into are the same when it is to be cloned. */
public class H2CloneRefusalTest extends H2RefusalTest {

    /** None is made. */
    @Override
    public void refusesAPlaceForSnapshotsThatIsNone() throws Exception {
        Files.write(path("snapshots"), new byte[0]);
        assertTrue(copy().strategy().startsWith("clone"));
    }

    @Before
    public void cloneIt() {
        strategy = CopyRequest.Strategy.AUTO;
    }
}
