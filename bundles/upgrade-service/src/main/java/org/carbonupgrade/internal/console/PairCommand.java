package org.carbonupgrade.internal.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.plan.Jobs;
import org.carbonupgrade.internal.plan.PairPlan;
import org.carbonupgrade.internal.plan.PlanPlace;
import org.carbonupgrade.internal.plan.SamplePlan;
import org.carbonupgrade.internal.report.ReportFile;
import org.carbonupgrade.internal.staging.CompareDatabases;
import org.carbonupgrade.internal.staging.TwoDatabases;

/** {@code copydb} and {@code comparedb}: commands for two databases that belong to no upgrade. */
final class PairCommand {

    private final DatabaseCopier copier;
    private final Invocation invocation;

    PairCommand(DatabaseCopier copier, Invocation invocation) {
        this.copier = copier;
        this.invocation = invocation;
    }

    /** Its exit status. */
    int run(Printer printer, Foreground foreground) {
        if (invocation.has(Command.SAMPLE)) {
            printer.text(SamplePlan.ofPair());
            return ExitStatus.DONE;
        }
        Path file = PlanPlace.given(invocation.plan())
                .orElseThrow(() ->
                        new UsageException("Name the plan of the two databases: --plan FILE.", invocation.command()));
        Optional<Integer> jobs = invocation.value(Command.JOBS).map(this::jobs);
        Consumer<StepReport> written = invocation
                .file(Command.JSON)
                .map(ReportFile::at)
                .<Consumer<StepReport>>map(report -> report::write)
                .orElse(report -> {});
        PairPlan plan = PairPlan.read(file);
        int atOnce = jobs.orElse(plan.jobs());
        StepReport report = foreground.await(listener -> {
            TwoDatabases two = new TwoDatabases(copier, plan, listener, written);
            return invocation.command() == Command.COPYDB
                    ? two.copy(atOnce)
                    : two.compare(atOnce, invocation.has(CompareDatabases.SHOW_VALUES));
        });
        if (invocation.command() == Command.COPYDB && report.status().passed()) {
            printer.pairs(TwoDatabases.about(report));
        }
        return ExitStatus.of(report);
    }

    private int jobs(String text) {
        return Jobs.parse(text)
                .orElseThrow(() -> new UsageException(
                        "\"" + text + "\" is not a number of jobs from 1 to 64.", invocation.command()));
    }
}
