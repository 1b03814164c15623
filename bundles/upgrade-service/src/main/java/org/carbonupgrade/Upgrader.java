package org.carbonupgrade;

import java.nio.file.Path;

/**
 * Runs upgrades. One upgrade at a time works on a new home: a second one is refused. Every verb refuses bad input and unmet
 * prerequisites with an {@link UpgradeException}, before anything is changed.
 */
public interface Upgrader {

    /** The option of {@link #runAll} that lets steps be done again although the new server works already. */
    String AGAIN = "again";

    /**
     * Runs one step. A step that was done is done again, harmlessly; one whose predecessors are not done is refused.
     *
     * @param plan the plan file
     * @return what it did; a failure is a report with a status, not an exception
     * @throws UpgradeException if the plan can't be used or the step refuses
     */
    StepReport run(Path plan, StepName step, StepOptions options, UpgradeListener listener);

    /**
     * Runs all steps up to the restart of the new server, goes on where an earlier run stopped, and stops at the first step
     * that fails. A step that was done is not done again unless its input has changed, which its report then says; when the new
     * server works already, only if {@link #AGAIN} is among the options.
     *
     * @param until the last step to run
     * @throws UpgradeException if the plan can't be used or a step refuses
     */
    UpgradeReport runAll(Path plan, StepName until, StepOptions options, UpgradeListener listener);

    /**
     * How the upgrade stands; changes nothing, and can be asked while a step runs.
     *
     * @throws UpgradeException if the plan can't be used
     */
    UpgradeReport status(Path plan);

    /**
     * How the upgrade stands; writes {@code reports/upgrade.json} and {@code reports/upgrade.html} anew, with what the
     * verification of the new server has reported meanwhile.
     *
     * @throws UpgradeException if the plan can't be used
     */
    UpgradeReport report(Path plan);
}
