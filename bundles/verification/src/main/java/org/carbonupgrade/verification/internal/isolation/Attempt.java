package org.carbonupgrade.verification.internal.isolation;

import java.util.function.Function;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.internal.Causes;

/** Tries one of several things that a check does, so that the failure of one is reported and the rest goes on. */
public final class Attempt {

    private static final Log LOG = LogFactory.getLog(Attempt.class);

    private Attempt() {}

    /** What is tried. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /**
     * Does it, or adds to the findings that it failed and why.
     *
     * @param finding what to make of its failure, such as {@code Code.VF_TENANT_NOT_MADE::fail}
     * @param failure the failure in words; the cause is added
     * @return whether it was done
     */
    public static boolean at(CheckContext context, Function<String, Entry> finding, String failure, Action action) {
        try {
            action.run();
            return true;
        } catch (CannotGoOn e) {
            LOG.warn(e.getMessage(), e.getCause());
            context.add(e.entry());
        } catch (Exception | LinkageError e) {
            LOG.warn(failure, e);
            context.add(finding.apply(failure + ": " + Causes.of(e)));
        }
        return false;
    }
}
