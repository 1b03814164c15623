package org.carbonupgrade.internal.database;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.plan.StagingEntry;

/** One physical database of the old home, however many data sources lead to it, and its staging database. Immutable. */
public final class DatabasePair {

    private final List<DataSource> sources;
    private final Set<DatabaseUse> uses;
    private final DatabaseSpec old;
    private final DatabaseSpec staging;
    private final StagingEntry entry;
    private final UnaryOperator<String> samePlace;

    /**
     * @param entry what the plan says of the staging database
     * @param samePlace makes the URL of a data source lead to the same place below the new home
     */
    DatabasePair(
            List<DataSource> sources,
            Set<DatabaseUse> uses,
            DatabaseSpec old,
            DatabaseSpec staging,
            StagingEntry entry,
            UnaryOperator<String> samePlace) {
        this.sources = Collections.unmodifiableList(sources);
        this.uses = Collections.unmodifiableSet(EnumSet.copyOf(uses));
        this.old = old;
        this.staging = staging;
        this.entry = entry;
        this.samePlace = samePlace;
    }

    /** The name of its first data source: what it is called in plans and reports. */
    public String name() {
        return old.name();
    }

    /** All data sources that lead to it, at least one; unmodifiable. */
    public List<DataSource> sources() {
        return sources;
    }

    /** What the home uses it for; unmodifiable. */
    public Set<DatabaseUse> uses() {
        return uses;
    }

    /** The old database, to be read only. */
    public DatabaseSpec old() {
        return old;
    }

    /** The staging database. */
    public DatabaseSpec staging() {
        return staging;
    }

    /** Whether the plan names the staging database, rather than its place following from the old one's. */
    public boolean stagingNamed() {
        return entry.url().isPresent();
    }

    /** What the plan says of it; what it leaves out stays in the configuration as it is. */
    public StagingEntry entry() {
        return entry;
    }

    /** The URL that the new home's configuration is to have for a data source, placeholders kept. Never print it. */
    public String url(DataSource source) {
        return entry.url().orElseGet(() -> samePlace.apply(source.url()));
    }

    /** Its uses and further data sources, for people. */
    public String description() {
        String used = uses.stream().map(DatabaseUse::label).collect(Collectors.joining(", "));
        String others = sources.stream().skip(1).map(DataSource::name).collect(Collectors.joining(", "));
        return others.isEmpty() ? used : used + "; also " + others;
    }

    @Override
    public String toString() {
        return name();
    }
}
