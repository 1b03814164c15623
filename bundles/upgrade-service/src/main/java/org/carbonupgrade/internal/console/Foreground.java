package org.carbonupgrade.internal.console;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.internal.UpgradeError;

/** Does long work in a thread of its own, while the thread that waits for it shows how far it is. */
final class Foreground {

    private static final long LOOK_MILLIS = 100;

    private final ProgressLine progress;
    private final Consumer<StepReport> reports;

    /** @param reports is given each step's report when the step has ended, in the waiting thread */
    Foreground(ProgressLine progress, Consumer<StepReport> reports) {
        this.progress = progress;
        this.reports = reports;
    }

    /** The work's result; what it throws is thrown here. */
    <T> T await(Function<UpgradeListener, T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "carbon-upgrade"));
        try {
            Future<T> result = thread.submit(() -> work.apply(progress));
            while (true) {
                try {
                    return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    print();
                    progress.show();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw UpgradeError.UNEXPECTED.at("", "The command ended unexpectedly: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpgradeError.INTERRUPTED.at("", "The command was interrupted.", e);
        } finally {
            thread.shutdownNow();
            progress.clear();
            print();
        }
    }

    private void print() {
        for (StepReport report : progress.ended()) {
            progress.clear();
            reports.accept(report);
        }
    }
}
