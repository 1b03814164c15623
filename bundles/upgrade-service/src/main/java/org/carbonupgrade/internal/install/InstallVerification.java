package org.carbonupgrade.internal.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/** Puts our bundles into the new home, and leaves there what the verification is to find when the server has started. */
public final class InstallVerification implements Step {

    @Override
    public StepName name() {
        return StepName.INSTALL;
    }

    @Override
    public void run(StepRun run) {
        Workplace workplace = run.workplace();
        List<String> bundles = OwnBundles.putInto(workplace.newHome());
        Durable.write(workplace.state().verifyOnStartup(), new StartupContract(workplace).text());
        dropSnapshots(workplace.state().snapshots());
        run.figure("bundles", bundles.size());
        run.figure("jars", bundles);
        run.figure("contract", workplace.state().verifyOnStartup().toString());
    }

    /** Copies of the old databases are of no more use, and hold what only the databases should. */
    private static void dropSnapshots(Path snapshots) {
        try {
            FileUtils.deleteDirectory(snapshots.toFile());
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(snapshots.toString(), "The snapshots cannot be deleted: " + e, e);
        }
    }
}
