package org.carbonupgrade.internal.state;

import java.io.File;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.TestHome;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class UpgradeLockTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void oneUpgradeAtATimeWorksOnAHome() {
        TestHome home = TestHome.make(new File(folder.getRoot(), "new").toPath(), "4.4.7");
        StateDirectory state = StateDirectory.of(home.open()).prepared();
        UpgradeLock first = UpgradeLock.take(state);
        Refusal.expect(UpgradeError.UPGRADE_LOCKED, state.toString(), () -> UpgradeLock.take(state));
        first.close();
        UpgradeLock.take(state).close();
    }
}
