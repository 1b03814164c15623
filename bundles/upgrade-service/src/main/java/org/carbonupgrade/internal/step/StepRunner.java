package org.carbonupgrade.internal.step;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.internal.report.ReportFiles;
import org.carbonupgrade.internal.report.Summary;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/** Runs steps in a workplace: in their order, each written to the journal before and after, each with its report. */
public final class StepRunner {

    private final Steps steps;
    private final Workplace workplace;
    private final Progression progression;
    private final ReportFiles reports;
    private final UpgradeListener listener;

    public StepRunner(Steps steps, Workplace workplace, UpgradeListener listener) {
        this.steps = steps;
        this.workplace = workplace;
        this.progression = workplace.progression();
        this.reports = new ReportFiles(workplace.state());
        this.listener = listener;
    }

    /**
     * Runs one step.
     *
     * @throws UpgradeException if it is not its turn, or it refuses
     */
    public StepReport run(StepName name, StepOptions options) {
        String from = workplace.oldHome().toString();
        progression.requireTurn(name, from);
        progression.begin(from);
        workplace.journal().append(Event.STEP_STARTED, "step", name.word());
        listener.begins(name);
        StepRun run = new StepRun(workplace, options, listener);
        Instant started = Instant.now();
        Step step = steps.get(name);
        UpgradeException refusal = run.attempt(name.word(), () -> step.run(run));
        StepReport report = new StepReport(name, run.status(), started, Instant.now(), run.figures(), run.findings());
        reports.write(report);
        workplace
                .journal()
                .append(
                        Event.STEP_ENDED,
                        "step",
                        name.word(),
                        "status",
                        report.status().name());
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
        List<StepReport> current = reports.steps(id).stream()
                .filter(report -> report.step() == StepName.VERIFY || progression.ended(report.step()))
                .collect(Collectors.toList());
        return Summary.of(id, workplace.oldHome(), workplace.newHome(), current);
    }
}
