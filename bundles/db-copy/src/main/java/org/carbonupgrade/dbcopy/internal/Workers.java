package org.carbonupgrade.dbcopy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Does the same with many things, some at once; the first failure ends the rest and is the one that is thrown. */
public final class Workers {

    /** What is done with one thing. */
    @FunctionalInterface
    public interface Task<T, R> {
        R apply(T item) throws Exception;
    }

    private Workers() {}

    /**
     * The results, in the order of completion.
     *
     * @param jobs how many at once
     * @param where what the work is on, for messages
     */
    public static <T, R> List<R> all(int jobs, String where, List<T> items, Task<T, R> task) {
        ExecutorService threads = Executors.newFixedThreadPool(jobs, work -> {
            Thread thread = new Thread(work, "db-copy " + where);
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<R> results = new ExecutorCompletionService<>(threads);
            items.forEach(item -> results.submit(() -> task.apply(item)));
            List<R> done = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                done.add(result(results.take(), where));
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DbCopyException(DbError.DB_INTERRUPTED, "The work was interrupted.", where, e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future, String where) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw new DbCopyException(DbError.DB_SQL, "The work failed: " + e.getCause(), where, e.getCause());
        }
    }
}
