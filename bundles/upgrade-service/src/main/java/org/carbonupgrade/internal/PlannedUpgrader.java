package org.carbonupgrade.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.report.ReportFiles;
import org.carbonupgrade.internal.report.Summary;
import org.carbonupgrade.internal.step.StepRunner;
import org.carbonupgrade.internal.step.Steps;
import org.carbonupgrade.internal.step.Whereabouts;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.verify.StartObstacles;

/** Upgrades by plan: opens the workplace that the plan describes, and runs steps in it. */
public final class PlannedUpgrader implements Upgrader {

    private final DatabaseCopier copier;
    private final Steps steps;

    public PlannedUpgrader(DatabaseCopier copier, Steps steps) {
        this.copier = copier;
        this.steps = steps;
    }

    @Override
    public StepReport run(Path plan, StepName step, StepOptions options, UpgradeListener listener) {
        try (Workplace workplace = Workplace.open(Plan.read(plan), copier, listener)) {
            return new StepRunner(steps, workplace, listener).run(step, options);
        }
    }

    @Override
    public UpgradeReport runAll(Path plan, StepName until, StepOptions options, UpgradeListener listener) {
        try (Workplace workplace = Workplace.open(Plan.read(plan), copier, listener)) {
            StepRunner runner = new StepRunner(steps, workplace, listener);
            for (StepName step : StepName.values()) {
                boolean wanted = step != StepName.VERIFY && step.compareTo(until) <= 0;
                if (wanted && !runner.runIfDue(step, options.has(AGAIN))) {
                    break;
                }
            }
            return runner.summary();
        }
    }

    @Override
    public UpgradeReport status(Path plan) {
        try (Workplace workplace = Workplace.look(Plan.read(plan), copier)) {
            return Whereabouts.in(summary(workplace), workplace);
        }
    }

    @Override
    public UpgradeReport report(Path plan) {
        try (Workplace workplace = Workplace.open(Plan.read(plan), copier, UpgradeListener.NONE)) {
            UpgradeReport report = summary(workplace);
            new ReportFiles(workplace.state()).write(report);
            return report;
        }
    }

    /** With what keeps the new server from verifying itself, when it is its turn to. */
    private UpgradeReport summary(Workplace workplace) {
        UpgradeReport summary = new StepRunner(steps, workplace, UpgradeListener.NONE).summary();
        boolean due = workplace.progression().done(StepName.INSTALL)
                && !summary.step(StepName.VERIFY).isPresent();
        Optional<StepReport> obstacles = due ? StartObstacles.of(workplace) : Optional.empty();
        return obstacles
                .map(report -> {
                    List<StepReport> all = new ArrayList<>(summary.steps());
                    all.add(report);
                    return Summary.of(
                            summary.upgradeId(), workplace.oldHome(), workplace.newHome(), summary.ofNode(), all);
                })
                .orElse(summary);
    }
}
