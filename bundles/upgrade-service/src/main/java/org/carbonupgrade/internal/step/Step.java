package org.carbonupgrade.internal.step;

import org.carbonupgrade.StepName;
import org.carbonupgrade.UpgradeException;

/** One idempotent piece of an upgrade: interrupted anywhere and run again, it continues; run again when done, it harms nothing. */
public interface Step {

    StepName name();

    /**
     * Does it, and says what it did in the run's figures and findings; the worst finding is its status.
     *
     * @throws UpgradeException if it refuses, or can't go on
     */
    void run(StepRun run);
}
