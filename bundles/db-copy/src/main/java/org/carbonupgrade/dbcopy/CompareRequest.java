package org.carbonupgrade.dbcopy;

import java.util.Objects;

/** Which two databases to compare. Immutable. */
public final class CompareRequest {

    private final DatabaseSpec source;
    private final DatabaseSpec target;
    private final int jobs;

    /** @param jobs how many tables are compared at once, 1 to 64 */
    public CompareRequest(DatabaseSpec source, DatabaseSpec target, int jobs) {
        this.source = Objects.requireNonNull(source, "source");
        this.target = Objects.requireNonNull(target, "target");
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

    public int jobs() {
        return jobs;
    }
}
