package org.carbonupgrade;

/** Hears how an upgrade goes while it goes. Called by several threads; must return quickly. */
public interface UpgradeListener {

    /** Nobody listens. */
    UpgradeListener NONE = new UpgradeListener() {};

    /** A step begins. */
    default void begins(StepName step) {}

    /**
     * A part of the step begins, such as one database.
     *
     * @param unit what is counted: {@code rows} or {@code files}
     */
    default void part(String name, String unit) {}

    /** More will come in this part; the numbers of several calls add up. */
    default void expect(long units) {}

    /** This much was done; the numbers of several calls add up. */
    default void done(long units, long bytes) {}

    /**
     * The step waits before it tries something again, such as a lost connection.
     *
     * @param why for people
     */
    default void waits(String why) {}

    /** The step has ended. */
    default void ends(StepReport report) {}
}
