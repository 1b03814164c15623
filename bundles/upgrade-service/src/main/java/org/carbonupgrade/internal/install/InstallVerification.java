package org.carbonupgrade.internal.install;

import java.util.List;
import org.carbonupgrade.StepName;
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
        run.figure("bundles", bundles.size());
        run.figure("jars", bundles);
        run.figure("contract", workplace.state().verifyOnStartup().toString());
    }
}
