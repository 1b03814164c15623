package org.carbonupgrade.dbcopy.internal.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Does the same with many things, some at once; the first failure stops the rest and is the one that is thrown. */
public final class Workers {

    private Workers() {}

    /**
     * The results, in the order of completion.
     *
     * @param jobs how many at once
     * @param where what the work is on: the threads' name
     * @param stop is asked for if one fails; the work looks at it
     */
    public static <T, R> List<R> all(int jobs, String where, Stop stop, List<T> items, Function<T, R> work) {
        return jobs == 1
                ? items.stream().map(work).collect(Collectors.toList())
                : atOnce(jobs, where, stop, items, work);
    }

    private static <T, R> List<R> atOnce(int jobs, String where, Stop stop, List<T> items, Function<T, R> work) {
        ExecutorService threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "db-copy " + where);
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<R> results = new ExecutorCompletionService<>(threads);
            items.forEach(item -> results.submit(() -> {
                stop.check(where);
                return work.apply(item);
            }));
            List<R> done = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                done.add(results.take().get());
            }
            return done;
        } catch (ExecutionException e) {
            stop.request();
            throw Shielded.unchecked(e.getCause());
        } catch (InterruptedException e) {
            stop.request();
            Thread.currentThread().interrupt();
            throw new DbCopyException(DbError.DB_INTERRUPTED, "The work was interrupted.", where);
        } finally {
            end(threads);
        }
    }

    /** Nobody may work on a database that its owner is about to close. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
