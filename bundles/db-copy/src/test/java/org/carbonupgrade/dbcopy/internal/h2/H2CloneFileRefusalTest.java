package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.junit.Before;

/** Files are looked at in the same way when they are to be cloned. */
public class H2CloneFileRefusalTest extends H2FileRefusalTest {

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
