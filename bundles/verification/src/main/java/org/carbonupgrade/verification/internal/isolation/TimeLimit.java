package org.carbonupgrade.verification.internal.isolation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does work on a thread of its own, which can be given up when it hangs. */
public final class TimeLimit {

    /** How long an interrupted thread may take to come to its end before it is left alone. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private TimeLimit() {}

    /**
     * The work's result.
     *
     * @throws ExecutionException if the work threw something, which is the cause
     * @throws TimeoutException if the work took longer; it was interrupted then, and may still be running
     * @throws InterruptedException if the caller is interrupted while it waits; so is the work
     */
    public static <T> T call(String threadName, Duration limit, Callable<T> work)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, threadName);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            thread.interrupt();
            thread.join(GRACE.toMillis());
            throw e;
        }
    }
}
