package org.carbonupgrade.dbcopy;

import java.util.Objects;
import java.util.function.Predicate;

/** Which two databases to compare, and what of their rows the result may show. Immutable. */
public final class CompareRequest {

    private final DatabaseSpec source;
    private final DatabaseSpec target;
    private final int jobs;
    private final Predicate<String> secret;
    private final boolean values;

    /**
     * One that shows the keys of rows that differ, and no other value.
     *
     * @param jobs how many tables are compared at once, 1 to 64
     */
    public CompareRequest(DatabaseSpec source, DatabaseSpec target, int jobs) {
        this(source, target, jobs, name -> false, false);
    }

    private CompareRequest(
            DatabaseSpec source, DatabaseSpec target, int jobs, Predicate<String> secret, boolean values) {
        this.source = Objects.requireNonNull(source, "source");
        this.target = Objects.requireNonNull(target, "target");
        if (jobs < 1 || jobs > 64) {
            throw new IllegalArgumentException("jobs must be 1 to 64, not " + jobs);
        }
        this.jobs = jobs;
        this.secret = Objects.requireNonNull(secret, "secret");
        this.values = values;
    }

    /**
     * The same comparison that never shows certain values: those of the columns whose names the test accepts, also where they are
     * part of a key, and all those of a row that has such a name as a value, as tables of names and values have.
     *
     * @param secretName called by several threads at once
     */
    public CompareRequest hiding(Predicate<String> secretName) {
        return new CompareRequest(source, target, jobs, secretName, values);
    }

    /** The same comparison that also reads what rows hold that differ: {@link RowDifference#shown}. */
    public CompareRequest showingValues() {
        return new CompareRequest(source, target, jobs, secret, true);
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

    /** Whether a name is that of values which must not be shown. */
    public boolean secret(String name) {
        return secret.test(name);
    }

    /** Whether the values of rows that differ are read. */
    public boolean showsValues() {
        return values;
    }
}
