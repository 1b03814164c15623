package org.carbonupgrade.verification;

import org.osgi.annotation.versioning.ProviderType;

/** What a running check is told, and where it puts what it finds. Safe for use by several threads. */
@ProviderType
public interface CheckContext {

    /** Names this verification: at most 12 lower-case letters and digits, part of the name of everything that it makes. */
    String runId();

    /** What was asked for. */
    VerificationRequest request();

    /**
     * Adds a finding.
     *
     * @throws IllegalStateException if the check's time is over
     */
    void add(Entry entry);

    /** Adds to a figure of the check's report, which starts at 0: how many of something were looked at. */
    void count(String figure, long more);

    /** Adds something that is as it should be. */
    default void ok(String code, String what) {
        add(new Entry(Status.OK, code, what, ""));
    }

    /** Adds something that works but that a person should know. */
    default void warn(String code, String what, String remedy) {
        add(new Entry(Status.WARN, code, what, remedy));
    }

    /** Adds something that is not as it should be. */
    default void fail(String code, String what, String remedy) {
        add(new Entry(Status.FAIL, code, what, remedy));
    }

    /** Adds something that could not be looked at. */
    default void couldNotRun(String code, String what, String remedy) {
        add(new Entry(Status.COULD_NOT_RUN, code, what, remedy));
    }
}
