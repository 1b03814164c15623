package org.carbonupgrade.internal.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseErrors;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.plan.PlanPlace;
import org.carbonupgrade.internal.plan.SamplePlan;

/** The commands, for every place they can be given in: the stand-alone runtime's command line and console, and a product's. */
public final class Commands {

    private final Upgrader upgrader;
    private final DatabaseCopier copier;

    /** @param copier for databases that belong to no upgrade */
    public Commands(Upgrader upgrader, DatabaseCopier copier) {
        this.upgrader = upgrader;
        this.copier = copier;
    }

    /**
     * Runs a command and prints what it did.
     *
     * @param words of the command line
     * @param terminal whether a progress line can be written over
     * @return 0 done, 1 a step failed, 2 refused, 64 usage
     */
    public int run(List<String> words, PrintStream out, boolean terminal) {
        Printer printer = new Printer(out);
        ProgressLine progress = new ProgressLine(out, terminal);
        try {
            Invocation invocation = Invocation.of(words);
            // A check is asked for all that it finds; of other steps people want to know what is not as it should be.
            boolean everything = invocation.command() == Command.CHECK;
            return run(invocation, printer, new Foreground(progress, report -> printer.step(report, everything)));
        } catch (UsageException e) {
            printer.line(e.getMessage());
            printer.text(Help.possible(e.command()));
            return ExitStatus.USAGE;
        } catch (UpgradeException e) {
            printer.error(e);
            return e.refusal() ? ExitStatus.REFUSED : ExitStatus.FAILED;
        } catch (DbCopyException e) {
            UpgradeException shown = DatabaseErrors.upgradeException(e);
            printer.error(shown);
            return shown.refusal() ? ExitStatus.REFUSED : ExitStatus.FAILED;
        } catch (RuntimeException e) {
            // Thrown any further it would leave whoever waits for an exit status without one.
            printer.error(UpgradeError.UNEXPECTED.at(words.toString(), "The command ended unexpectedly: " + e, e));
            return ExitStatus.FAILED;
        }
    }

    private int run(Invocation invocation, Printer printer, Foreground foreground) {
        switch (invocation.command()) {
            case HELP:
                printer.text(Help.of(invocation.subject()));
                return ExitStatus.DONE;
            case PLAN:
                return plan(invocation, printer);
            case STATUS:
                printer.status(upgrader.status(PlanPlace.of(invocation.plan())));
                return ExitStatus.DONE;
            case COPYDB:
            case COMPAREDB:
                return new PairCommand(copier, invocation).run(printer, foreground);
            case REPORT:
                return report(PlanPlace.of(invocation.plan()), printer);
            case RUN:
                return runAll(invocation, printer, foreground);
            default:
                return step(invocation, foreground);
        }
    }

    private static int plan(Invocation invocation, Printer printer) {
        if (invocation.has(Command.SAMPLE)) {
            printer.text(SamplePlan.text());
        } else {
            Plan plan = Plan.read(PlanPlace.of(invocation.plan()));
            printer.pairs(plan.shown());
        }
        return ExitStatus.DONE;
    }

    private int step(Invocation invocation, Foreground foreground) {
        Path plan = PlanPlace.of(invocation.plan());
        StepName step = invocation.command().step().orElseThrow(IllegalStateException::new);
        StepOptions options = invocation.stepOptions();
        StepReport report = foreground.await(listener -> upgrader.run(plan, step, options, listener));
        return ExitStatus.of(report);
    }

    private int runAll(Invocation invocation, Printer printer, Foreground foreground) {
        Path plan = PlanPlace.of(invocation.plan());
        StepName until = until(invocation);
        StepOptions options = invocation.stepOptions();
        UpgradeReport report = foreground.await(listener -> upgrader.runAll(plan, until, options, listener));
        printer.next(report);
        return ExitStatus.of(report);
    }

    private static StepName until(Invocation invocation) {
        String word = invocation.value(Command.UNTIL).orElse(StepName.INSTALL.word());
        return StepName.of(word)
                .filter(step -> step != StepName.VERIFY)
                .orElseThrow(() ->
                        new UsageException("\"" + word + "\" is no step that \"run\" runs.", invocation.command()));
    }

    private int report(Path plan, Printer printer) {
        UpgradeReport report = upgrader.report(plan);
        printer.report(report, Plan.read(plan));
        return ExitStatus.of(report);
    }
}
