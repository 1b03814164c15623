package org.carbonupgrade.internal.step;

import org.carbonupgrade.StepOptions;
import org.carbonupgrade.UpgradeListener;

/** One run of a step: what it works on, and where it says what it does. */
public final class StepRun extends StepNotes {

    private final Workplace workplace;
    private final StepOptions options;
    private final UpgradeListener listener;

    public StepRun(Workplace workplace, StepOptions options, UpgradeListener listener) {
        this.workplace = workplace;
        this.options = options;
        this.listener = listener;
    }

    /** Plan, homes, databases and state. */
    public Workplace workplace() {
        return workplace;
    }

    public StepOptions options() {
        return options;
    }

    public UpgradeListener listener() {
        return listener;
    }
}
