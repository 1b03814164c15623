package org.carbonupgrade.dbcopy;

import java.util.Objects;

/** What to copy, where to, and for which upgrade. Immutable. */
public final class CopyRequest {

    private final DatabaseSpec source;
    private final DatabaseSpec target;
    private final String upgradeId;
    private final int jobs;

    /**
     * @param upgradeId written into the target's marker table; a later run with the same id continues the copy
     * @param jobs how many tables are copied at once, 1 to 64
     */
    public CopyRequest(DatabaseSpec source, DatabaseSpec target, String upgradeId, int jobs) {
        this.source = Objects.requireNonNull(source, "source");
        this.target = Objects.requireNonNull(target, "target");
        this.upgradeId = Objects.requireNonNull(upgradeId, "upgradeId");
        if (jobs < 1 || jobs > 64) {
            throw new IllegalArgumentException("jobs must be 1 to 64, not " + jobs);
        }
        this.jobs = jobs;
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
}
