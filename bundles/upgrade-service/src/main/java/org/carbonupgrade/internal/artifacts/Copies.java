package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.FileDigest;

/** Copies files, several at once; how many wait is bounded, so that memory does not grow with them. For one thread's use. */
final class Copies implements AutoCloseable {

    /** More would only wait for the same disk. */
    static final int WORKERS = 4;

    private static final int WAITING = 8 * WORKERS;

    private final ExecutorService pool = Executors.newFixedThreadPool(WORKERS, Copies::thread);
    private final Semaphore room = new Semaphore(WAITING);
    private final BlockingQueue<Integer> workers = new ArrayBlockingQueue<>(WORKERS);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final Consumer<Finding> found;
    private final ProvenFiles proven;

    /** @param proven is told of all files that were copied */
    Copies(Consumer<Finding> found, ProvenFiles proven) {
        this.found = found;
        this.proven = proven;
        for (int i = 0; i < WORKERS; i++) {
            workers.add(i);
        }
    }

    /** Copies a file by and by; waits where too many are waiting already. */
    void later(Path file, Path target) throws IOException {
        work(() -> copy(file, target));
    }

    /** Notes a file, by and by, that was there already as it would have been copied. */
    void note(Path there) throws IOException {
        work(() -> proven.add(there, FileDigest.sha256(there)));
    }

    private void work(Work work) throws IOException {
        complain();
        take(1);
        pool.execute(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /** Copies a file now. */
    void now(Path file, Path target) throws IOException {
        later(file, target);
        await();
    }

    /** Waits until all are copied. */
    void await() throws IOException {
        take(WAITING);
        room.release(WAITING);
        complain();
    }

    /** What is being copied comes to its end; what waits is not begun. */
    @Override
    public void close() {
        pool.shutdownNow().forEach(waiting -> room.release());
        room.acquireUninterruptibly(WAITING);
    }

    private void copy(Path file, Path target) throws IOException, InterruptedException {
        int worker = workers.take();
        try {
            FileCopy.Outcome outcome = FileCopy.copy(file, target, worker, proven);
            if (outcome == FileCopy.Outcome.VANISHED) {
                findings.add(vanished(file));
            } else if (outcome == FileCopy.Outcome.CHANGES) {
                findings.add(UpgradeError.ARTIFACT_DIFFERS.found(
                        Status.FAIL,
                        file.toString(),
                        "The file changes while it is copied, or the copy cannot be read back; it is not carried."));
            }
        } finally {
            workers.add(worker);
        }
    }

    static Finding vanished(Path file) {
        return UpgradeError.ARTIFACT_VANISHED.found(
                Status.WARN, file.toString(), "The file was removed from the old home while it was carried over.");
    }

    private void take(int permits) {
        try {
            room.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpgradeError.INTERRUPTED.at("artifacts", "The command was interrupted.");
        }
    }

    private void complain() throws IOException {
        List<Finding> reported = new ArrayList<>();
        for (Finding finding = findings.poll(); finding != null; finding = findings.poll()) {
            reported.add(finding);
        }
        reported.forEach(found);
        Throwable thrown = failure.get();
        if (thrown instanceof IOException) {
            throw (IOException) thrown;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "carbon-upgrade-artifacts");
        thread.setDaemon(true);
        return thread;
    }

    /** What one thread does. */
    private interface Work {

        void run() throws IOException, InterruptedException;
    }
}
