package org.carbonupgrade.verification.internal.checks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.carbonupgrade.verification.internal.isolation.TimeLimit;

/** Asks one thing of the server that may take forever: a database that does not answer must not stop the others. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Probe() {}

    /**
     * The answer.
     *
     * @throws TimeoutException if there is none in time; the message says how long that was
     */
    static <T> T ask(Callable<T> question) throws Exception {
        try {
            return TimeLimit.call("verification-probe", PATIENCE, question);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        } catch (TimeoutException e) {
            throw new TimeoutException("no answer within " + PATIENCE.getSeconds() + " s");
        }
    }
}
