package org.carbonupgrade.internal.step;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.plan.NodeRole;
import org.carbonupgrade.internal.report.ReportFiles;
import org.carbonupgrade.internal.report.Summary;

/** Runs steps in a workplace: in their order, each written to the journal before and after, each with its report. */
public final class StepRunner {

    private final Steps steps;
    private final Workplace workplace;
    private final Progression progression;
    private final ReportFiles reports;
    private final UpgradeListener listener;
    private final NodeRole role;
    private final Map<StepName, Finding> again = new EnumMap<>(StepName.class);

    public StepRunner(Steps steps, Workplace workplace, UpgradeListener listener) {
        this.steps = steps;
        this.workplace = workplace;
        this.progression = workplace.progression();
        this.reports = new ReportFiles(workplace.state());
        this.listener = listener;
        this.role = workplace.plan().nodeRole();
    }

    /**
     * Runs a step unless it is done, with the input that it has now.
     *
     * @param although the new server works already
     * @return whether the upgrade can go on
     * @throws UpgradeException if it refuses
     */
    public boolean runIfDue(StepName name, boolean although) {
        if (!role.steps().contains(name)) {
            return true;
        }
        // Prerequisites may have changed.
        if (name != StepName.CHECK && progression.done(name)) {
            List<String> changed = progression.changed(name, StepInputs.of(name, workplace));
            if (changed.isEmpty()) {
                return true;
            }
            String change = String.join(", ", changed);
            requireAsked(name, although, "Since it was done there has been a change of " + change);
            again.put(
                    name,
                    UpgradeError.STEP_INPUT_CHANGED.found(
                            Status.WARN,
                            name.word(),
                            "Since it was done there has been a change of " + change + ": it is done again."));
        }
        if (NewServer.isChangedBy(name, StepOptions.NONE)) {
            requireAsked(name, although, "It was begun again and is not done");
        }
        return run(name, StepOptions.NONE).status().passed();
    }

    private void requireAsked(StepName name, boolean although, String why) {
        if (!although && NewServer.isVerified(workplace)) {
            throw UpgradeError.STEP_AGAIN.at(
                    name.word(), why + ", but the new server has been verified: it is not done again unasked.");
        }
    }

    /**
     * Runs one step.
     *
     * @throws UpgradeException if it is not its turn, or it refuses
     */
    public StepReport run(StepName name, StepOptions options) {
        String from = workplace.oldHome().toString();
        List<Finding> ofNode = AdditionalNode.require(name, workplace);
        progression.requireTurn(name, from, role.steps());
        String to = workplace.newHome().toString();
        if (role == NodeRole.ADDITIONAL) {
            progression.begin(from, to, workplace.firstNode().upgradeId());
        } else {
            progression.begin(from, to);
        }
        progression.start(name, StepInputs.of(name, workplace));
        if (NewServer.isChangedBy(name, options)) {
            reports.outdateVerification();
        }
        listener.begins(name);
        StepRun run = new StepRun(workplace, options, listener);
        run.found(ofNode);
        Optional.ofNullable(again.remove(name)).ifPresent(run::found);
        Instant started = Instant.now();
        long nanos = System.nanoTime();
        Step step = steps.get(name);
        UpgradeException refusal = run.attempt(name.word(), () -> step.run(run));
        // Somebody may set the clock meanwhile.
        Instant ended = started.plusNanos(System.nanoTime() - nanos);
        StepReport report = new StepReport(name, run.status(), started, ended, run.figures(), run.findings());
        reports.write(report);
        progression.end(report, workplace.state().report(name));
        reports.write(summary());
        if (refusal != null) {
            throw refusal;
        }
        listener.ends(report);
        return report;
    }

    /** The upgrade as a whole, as far as it has come. */
    public UpgradeReport summary() {
        String id = progression.upgradeId();
        List<StepReport> proven = new ProvenReports(workplace).all();
        return Summary.of(id, workplace.oldHome(), workplace.newHome(), role.steps(), proven);
    }
}
