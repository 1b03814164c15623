package org.carbonupgrade.internal.staging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DatabaseUse;

/**
 * A staged database held against all create scripts that concern it: the kernel's if the kernel uses it, and that of each component
 * at least half of whose tables are there. What no script makes is extra.
 */
final class StagedSchema {

    private final DatabasePair pair;
    private final DatabaseCopier copier;
    private final List<JudgedDrift> drifts = new ArrayList<>();
    private final List<Finding> notHeld = new ArrayList<>();
    private Set<String> extra;
    private int scripts;
    private int tables;
    private int indexes;

    private StagedSchema(DatabasePair pair, DatabaseCopier copier) {
        this.pair = pair;
        this.copier = copier;
    }

    /** @param script what the create scripts for its type are called */
    static StagedSchema of(DatabasePair pair, String script, CreateScripts scripts, DatabaseCopier copier) {
        StagedSchema schema = new StagedSchema(pair, copier);
        if (usedByKernel(pair)) {
            ScriptComparison compared = copier.compareWithScript(pair.staging(), scripts.kernel(script));
            schema.add(
                    compared,
                    compared.drifts().stream()
                            .map(drift -> new JudgedDrift(drift, Severity.of(drift, pair.uses())))
                            .collect(Collectors.toList()));
        }
        Set<String> there = copier.inspect(pair.staging()).tables().stream()
                .map(table -> table.substring(table.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        scripts.components(script).stream()
                .filter(component -> concerns(CreateScripts.tables(component), there))
                .forEach(schema::component);
        return schema;
    }

    static boolean usedByKernel(DatabasePair pair) {
        return Collections.disjoint(pair.uses(), Collections.singleton(DatabaseUse.OTHER));
    }

    /** Where it differs from what the scripts make, without what is extra. */
    List<JudgedDrift> drifts() {
        return drifts;
    }

    /** The tables, columns, indexes and keys that none of the scripts makes; sorted. */
    List<String> extra() {
        return extra == null ? Collections.emptyList() : extra.stream().sorted().collect(Collectors.toList());
    }

    /** Why it was not held against scripts that may concern it. */
    List<Finding> notHeld() {
        return notHeld;
    }

    /** How many scripts concern it. */
    int scripts() {
        return scripts;
    }

    /** How many tables these scripts make. */
    int tables() {
        return tables;
    }

    /** How many indexes and keys they make. */
    int indexes() {
        return indexes;
    }

    private static boolean concerns(Set<String> made, Set<String> there) {
        return !made.isEmpty() && 2 * made.stream().filter(there::contains).count() >= made.size();
    }

    private void component(Path script) {
        if (CreateScripts.choosesDatabase(script)) {
            notHeld(script, "it chooses its database itself");
            return;
        }
        try {
            ScriptComparison compared = copier.compareWithScript(pair.staging(), script);
            add(
                    compared,
                    compared.drifts().stream()
                            .map(drift -> new JudgedDrift(drift, Severity.ofComponent(drift)))
                            .collect(Collectors.toList()));
        } catch (DbCopyException e) {
            if (e.error() != DbError.DB_SCRIPT) {
                throw e;
            }
            notHeld(script, e.getMessage());
        }
    }

    private void notHeld(Path script, String why) {
        notHeld.add(UpgradeError.SCRIPT_FAILS.found(
                Status.WARN,
                script.toString(),
                "The component's create script is not for running by itself, so that " + pair
                        + " is not held against it: " + why));
    }

    private void add(ScriptComparison compared, List<JudgedDrift> judged) {
        scripts++;
        tables += compared.tables();
        indexes += compared.indexes();
        Set<String> more = new HashSet<>();
        for (JudgedDrift each : judged) {
            if (each.driftClass() == DriftClass.EXTRA) {
                more.add(each.drift().object());
            } else {
                drifts.add(each);
            }
        }
        if (extra == null) {
            extra = more;
        } else {
            extra.retainAll(more);
        }
    }
}
