package org.carbonupgrade.internal.check;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.RunningServer;
import org.carbonupgrade.internal.step.Workplace;

/** No server runs from either home, unless it is the new one and we run inside it. */
final class StoppedServers implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        judge(workplace.oldHome(), "old", found);
        judge(workplace.newHome(), "new", found);
    }

    private static void judge(CarbonHome home, String which, Consumer<Finding> found) {
        Optional<String> process = RunningServer.of(home).filter(id -> !id.equals(ownProcess()));
        found.accept(
                process.isPresent()
                        ? UpgradeError.SERVER_RUNNING.found(
                                Status.FAIL,
                                home.toString(),
                                "The " + which + " server is running (process " + process.get() + ").")
                        : UpgradeError.SERVER_STOPPED.found(
                                Status.OK, home.toString(), "The " + which + " server is not running."));
    }

    private static String ownProcess() {
        return ManagementFactory.getRuntimeMXBean().getName().split("@")[0];
    }
}
