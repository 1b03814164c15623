package org.carbonupgrade.internal.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DataSourceFiles;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.DatabaseUses;
import org.carbonupgrade.internal.home.UserStoreFile;
import org.carbonupgrade.internal.home.UserStoreFiles;
import org.carbonupgrade.internal.plan.Plan;

/**
 * Finds every database of the old home: those of its data sources and those that user stores name themselves. Data sources that
 * lead to the same physical database become one. What can't be understood is a finding, and does not hide the rest.
 */
public final class DatabaseDiscovery {

    private final CarbonHome oldHome;
    private final Plan plan;
    private final DatabaseCopier copier;
    private final OldSpecs oldSpecs;
    private final StagingSpecs stagingSpecs;
    private final List<Finding> problems = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    /** @param snapshots where the files of closed databases may be copied to */
    public DatabaseDiscovery(CarbonHome oldHome, CarbonHome newHome, Plan plan, DatabaseCopier copier, Path snapshots) {
        this.oldHome = oldHome;
        this.plan = plan;
        this.copier = copier;
        this.oldSpecs = new OldSpecs(oldHome, plan, snapshots);
        this.stagingSpecs = new StagingSpecs(oldHome, newHome, plan, copier);
    }

    /** The databases, and what stands in the way of others. */
    public Databases discover() {
        Map<DatabaseIdentity, List<DataSource>> physical = new LinkedHashMap<>();
        Map<DataSource, DatabaseSpec> specs = new LinkedHashMap<>();
        for (DataSource source : sources()) {
            names.add(source.name());
            attempt(source.name(), () -> {
                DatabaseSpec spec = oldSpecs.of(source);
                specs.put(source, spec);
                physical.computeIfAbsent(copier.identify(spec), identity -> new ArrayList<>())
                        .add(source);
                return spec;
            });
        }
        DatabaseUses uses = new DatabaseUses(oldHome);
        List<DatabasePair> pairs = new ArrayList<>();
        Map<DatabaseIdentity, String> taken = new LinkedHashMap<>();
        for (List<DataSource> sources : physical.values()) {
            DatabaseSpec old = specs.get(sources.get(0));
            attempt(old.name(), () -> pairs.add(alone(pair(sources, old, uses), taken)));
        }
        unknownNames();
        return new Databases(pairs, problems);
    }

    private DatabasePair alone(DatabasePair pair, Map<DatabaseIdentity, String> taken) {
        String other = taken.putIfAbsent(copier.identify(pair.staging()), pair.name());
        if (other != null) {
            throw UpgradeError.PLAN_STAGING_SHARED.at(
                    plan.file().toString(),
                    "Two old databases, " + other + " and " + pair.name() + ", would become one staging database.");
        }
        return pair;
    }

    private DatabasePair pair(List<DataSource> sources, DatabaseSpec old, DatabaseUses uses) {
        Set<DatabaseUse> used = EnumSet.noneOf(DatabaseUse.class);
        sources.forEach(source -> used.addAll(uses.of(source)));
        return stagingSpecs.pair(sources, used, old);
    }

    private List<DataSource> sources() {
        List<DataSource> sources = new ArrayList<>(DataSourceFiles.of(oldHome));
        UserStoreFiles.files(oldHome).forEach((file, tenant) -> {
            UserStoreFile store = attempt(file.toString(), () -> UserStoreFiles.read(file, tenant));
            if (store != null) {
                store.database().filter(this::ours).ifPresent(sources::add);
            }
        });
        return sources;
    }

    /** Not one of those that the operator lets both servers use. */
    private boolean ours(DataSource userStore) {
        names.add(userStore.name());
        return !plan.shared(userStore.name());
    }

    /** A plan that names a database that is not there has a spelling mistake, and would leave another one out. */
    private void unknownNames() {
        for (String name : plan.databaseNames()) {
            if (!names.contains(name)) {
                problems.add(UpgradeError.PLAN_DATABASE_UNKNOWN.found(
                        Status.FAIL,
                        plan.file().toString(),
                        "The plan names the database " + name + "; the old home has " + String.join(", ", names)
                                + "."));
            }
        }
    }

    private <T> T attempt(String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (UpgradeException e) {
            problems.add(e.finding());
        } catch (DbCopyException e) {
            problems.add(DatabaseErrors.finding(e));
        }
        return null;
    }
}
