package org.carbonupgrade.internal.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.Placeholders;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.plan.PlanKey;
import org.carbonupgrade.internal.plan.StagingEntry;

/**
 * Which staging database belongs to which old one: the one that the plan names, or, for an embedded database below the old home,
 * the same place below the new home.
 */
final class StagingSpecs {

    private final CarbonHome oldHome;
    private final CarbonHome newHome;
    private final Plan plan;
    private final DatabaseCopier copier;

    StagingSpecs(CarbonHome oldHome, CarbonHome newHome, Plan plan, DatabaseCopier copier) {
        this.oldHome = oldHome;
        this.newHome = newHome;
        this.plan = plan;
        this.copier = copier;
    }

    /** @param sources that lead to one physical database, at least one */
    DatabasePair pair(List<DataSource> sources, Set<DatabaseUse> uses, DatabaseSpec old) {
        StagingEntry entry = entry(sources);
        DatabaseSpec staging = spec(sources.get(0), entry, old);
        String oldType = copier.identify(old).type();
        String stagingType = copier.identify(staging).type();
        if (!stagingType.equals(oldType)) {
            throw UpgradeError.STAGING_TYPE.at(
                    old.name(), "The old database is " + oldType + ", the staging database " + stagingType + ".");
        }
        if (copier.identify(staging).equals(copier.identify(old))) {
            throw UpgradeError.STAGING_IS_OLD.at(
                    old.name(), "Staging and old database are the same: " + copier.identify(old) + ".");
        }
        if (copier.identify(staging).file().filter(oldHome::holds).isPresent()) {
            throw UpgradeError.STAGING_IS_OLD.at(
                    old.name(), "The staging database would lie in the old home: " + copier.identify(staging) + ".");
        }
        return new DatabasePair(sources, uses, old, staging, entry, this::samePlace);
    }

    private DatabaseSpec spec(DataSource source, StagingEntry entry, DatabaseSpec old) {
        return DatabaseSpec.named(old.name())
                .url(entry.url().orElseGet(() -> urlAtSamePlace(source, old)))
                .user(entry.username().orElse(old.username()), entry.password().orElse(old.password()))
                .driverClass(entry.driver().orElse(old.driverClass()))
                .drivers(Drivers.of(newHome, oldHome))
                .directory(newHome.path())
                .build();
    }

    /** The first data source for which the plan says anything; two that say different things of one database are refused. */
    private StagingEntry entry(List<DataSource> sources) {
        List<StagingEntry> entries = sources.stream()
                .map(source -> plan.staging(source.name()))
                .filter(entry -> entry.url().isPresent())
                .collect(Collectors.toList());
        Set<Optional<String>> urls = entries.stream().map(StagingEntry::url).collect(Collectors.toSet());
        if (urls.size() > 1) {
            throw UpgradeError.PLAN_STAGING_TWICE.at(
                    plan.file().toString(),
                    "These lead to one old database, and the plan names different staging databases for them: "
                            + sources.stream().map(DataSource::name).collect(Collectors.joining(", ")) + ".");
        }
        return entries.isEmpty() ? plan.staging(sources.get(0).name()) : entries.get(0);
    }

    private String urlAtSamePlace(DataSource source, DatabaseSpec old) {
        Path file = copier.identify(old).file().orElse(null);
        if (file == null || !(file.startsWith(oldHome.path()) || file.startsWith(plan.oldHome()))) {
            throw UpgradeError.STAGING_MISSING.at(
                    source.name(),
                    "The old database does not lie below the old home, and the plan names no staging database for it ("
                            + PlanKey.STAGING_URL.of(source.name()) + ").");
        }
        return Placeholders.resolve(samePlace(source.url()), newHome);
    }

    /** A relative URL leads to the same place below the new home by itself; one that names the old home is made to. */
    private String samePlace(String url) {
        return url.replace(oldHome.toString(), newHome.toString())
                .replace(plan.oldHome().toString(), newHome.toString());
    }
}
