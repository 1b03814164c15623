package org.carbonupgrade.dbcopy.internal.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Does work on a thread of its own. An interrupt of the caller asks it to stop but does not reach it: a thread that is interrupted
 * while it reads or writes a file loses the file, and an embedded database with it.
 */
public final class Shielded {

    private Shielded() {}

    /**
     * Does the work, and waits for its end also if this thread is interrupted meanwhile.
     *
     * @param where what the work is on: the thread's name
     * @param work is told when to stop
     */
    public static <R> R run(String where, Function<Stop, R> work) {
        Stop stop = new Stop();
        FutureTask<R> task = new FutureTask<>(() -> work.apply(stop));
        Thread thread = new Thread(task, "db-copy " + where);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result(task, thread);
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.request();
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A thread that ran out of memory can die without leaving a result; nobody may wait for it then. */
    private static <R> R result(FutureTask<R> task, Thread thread) throws InterruptedException, ExecutionException {
        thread.join();
        if (!task.isDone()) {
            throw new OutOfMemoryError("the thread " + thread.getName() + " died; most often for want of memory");
        }
        return task.get();
    }

    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        return (RuntimeException) failure;
    }
}
