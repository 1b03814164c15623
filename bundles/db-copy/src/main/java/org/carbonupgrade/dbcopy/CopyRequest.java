package org.carbonupgrade.dbcopy;

import java.util.Objects;

/** What to copy, where to, how, and for which upgrade. Immutable. */
public final class CopyRequest {

    /** How a database is copied. */
    public enum Strategy {
        /** The fastest way of which it is proved that it is possible; the result says which, and why not a faster one. */
        AUTO,
        /** Rows are read from one database and written to the other: possible with any two of one type. */
        STREAM,
        /** The server or the file system copies the whole database; refused where that is not possible. */
        CLONE
    }

    private final DatabaseSpec source;
    private final DatabaseSpec target;
    private final String upgradeId;
    private final int jobs;
    private final Strategy strategy;

    /** A request to copy in the fastest way; see the other constructor. */
    public CopyRequest(DatabaseSpec source, DatabaseSpec target, String upgradeId, int jobs) {
        this(source, target, upgradeId, jobs, Strategy.AUTO);
    }

    /**
     * @param upgradeId written into the target's marker table; a later run with the same id continues the copy
     * @param jobs how many tables are copied at once, 1 to 64
     */
    public CopyRequest(DatabaseSpec source, DatabaseSpec target, String upgradeId, int jobs, Strategy strategy) {
        this.source = Objects.requireNonNull(source, "source");
        this.target = Objects.requireNonNull(target, "target");
        this.upgradeId = Objects.requireNonNull(upgradeId, "upgradeId");
        if (jobs < 1 || jobs > 64) {
            throw new IllegalArgumentException("jobs must be 1 to 64, not " + jobs);
        }
        this.jobs = jobs;
        this.strategy = Objects.requireNonNull(strategy, "strategy");
    }

    public DatabaseSpec source() {
        return source;
    }

    public DatabaseSpec target() {
        return target;
    }

    public String upgradeId() {
        return upgradeId;
    }

    public int jobs() {
        return jobs;
    }

    public Strategy strategy() {
        return strategy;
    }
}
