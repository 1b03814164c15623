package org.carbonupgrade.itests.support;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The start script of a server and the JVM below it. The script does not replace itself by the JVM, so the JVM is found in the
 * script's process tree; no other process is ever touched. If this JVM ends, by Ctrl-C and by force too, the server ends with it.
 */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Also sends the signal again: a shell between two commands survives losing the first of them. */
    private static final Duration SIGNAL_INTERVAL = Duration.ofSeconds(2);

    private final Process script;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private Optional<OrphanGuard> guard = Optional.empty();
    private final Thread shutdownHook = new Thread(this::terminate, "stop Carbon server");

    ServerProcess(Process script) {
        this.script = script;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** The server's JVM; nothing before the script has started it and after it has ended. */
    Optional<ProcessHandle> jvm() {
        return tree().stream()
                .filter(ServerProcess::isJava)
                .filter(ProcessHandle::isAlive)
                .findFirst();
    }

    boolean isAlive() {
        return tree().stream().anyMatch(ProcessHandle::isAlive);
    }

    /** Has the JVM, once it is there, killed if this one is killed: no shutdown hook runs then. */
    void guard() {
        guard = jvm().map(OrphanGuard::of);
    }

    /** Asks the JVM to end, waits for it, and kills it if it does not. */
    void stop() {
        terminate();
        forget();
    }

    /** Ends the JVM without a chance to clean up, as a power failure does. */
    void kill() {
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(tree, PATIENCE);
        forget();
    }

    private void terminate() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (isAlive() && Instant.now().isBefore(deadline)) {
            tree().stream().filter(ServerProcess::isJava).forEach(ProcessHandle::destroy);
            awaitEnd(tree(), SIGNAL_INTERVAL);
        }
        tree().forEach(ProcessHandle::destroyForcibly);
        awaitEnd(tree(), PATIENCE);
    }

    private static void awaitEnd(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The caller looks at what is still alive.
        } catch (ExecutionException e) {
            throw new HarnessException("cannot wait for the server's end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted while waiting for the server's end", e);
        }
    }

    /** The script and all that was ever seen below it: when the script ends first, its JVM is no longer there to be found. */
    private synchronized List<ProcessHandle> tree() {
        seen.add(script.toHandle());
        script.descendants().forEach(seen::add);
        return List.copyOf(seen);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith("/java")).isPresent();
    }

    private void forget() {
        guard.ifPresent(OrphanGuard::dismiss);
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // This JVM is ending already, and the hook has nothing left to stop.
        }
    }
}
