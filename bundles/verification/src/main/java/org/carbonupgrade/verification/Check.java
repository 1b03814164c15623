package org.carbonupgrade.verification;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at one side of a running server. Any bundle may register one as an OSGi service; the built-in ones are made the
 * same way. A check that throws or hangs is reported as such, and the others go on.
 */
@ConsumerType
public interface Check {

    /** What the check is called in reports, such as {@code user-stores}: lower case, unique. */
    String name();

    /** What the check proves, in a few words for people. */
    default String title() {
        return name();
    }

    /** Words by which the check can be chosen. */
    default Set<String> tags() {
        return Collections.emptySet();
    }

    /** Checks run in ascending order; the built-in ones take 100, 200 and 300. */
    default int order() {
        return 1000;
    }

    /** How long the check may take before it is given up and reported as {@link Status#COULD_NOT_RUN}. */
    default Duration timeout() {
        return Duration.ofMinutes(2);
    }

    /**
     * Whether the check makes anything in the server. Such a check names what it makes with
     * {@link CheckContext#runId()} and removes it itself, also when it fails. It does not run where the state of the
     * server before it could not be noted.
     */
    default boolean changesServer() {
        return false;
    }

    /**
     * Looks, and adds what it finds to the context as it goes: what was found before a failure is kept. A check that adds
     * nothing has proven nothing and is reported as {@link Status#COULD_NOT_RUN}.
     *
     * <p>Runs on a thread of its own that belongs to no tenant, and is interrupted when its time is over.
     *
     * @throws Exception whatever keeps the check from going on; reported as {@link Status#COULD_NOT_RUN}
     */
    void run(CheckContext context) throws Exception;
}
