package org.carbonupgrade.internal.configure;

import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

public final class MergeConfiguration implements Step {

    @Override
    public StepName name() {
        return StepName.CONFIGURE;
    }

    @Override
    public void run(StepRun run) {
        run.figure("files", 0);
    }
}
