package org.carbonupgrade.internal.staging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.path.UpgradePath;
import org.carbonupgrade.internal.path.VettedSql;
import org.carbonupgrade.internal.step.StepNotes;

/** What a report tells of staged schemas: every difference that matters as a finding, all of them by class in the figures. */
final class SchemaNotes {

    private final StepNotes notes;
    private final Optional<UpgradePath> path;
    private final List<Object> databases = new ArrayList<>();

    SchemaNotes(StepNotes notes, Optional<UpgradePath> path) {
        this.notes = notes;
        this.path = path;
    }

    /**
     * Tells of one database.
     *
     * @param script what the create scripts for its type are called
     * @param pending what of the path's statements is still to be run
     * @param mended how many statements were run
     */
    void add(DatabasePair pair, String script, StagedSchema schema, List<VettedSql> pending, int mended) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("database", pair.name());
        figures.put("scripts", schema.scripts());
        figures.put("tables", schema.tables());
        figures.put("indexes", schema.indexes());
        long drifts = schema.drifts().stream()
                .filter(each -> each.status() != Status.OK)
                .count();
        figures.put("drifts", drifts + pending.size());
        figures.put("mended", mended);
        figures.putAll(classes(schema));
        databases.add(figures);

        notes.found(schema.notHeld());
        for (JudgedDrift each : schema.drifts()) {
            if (each.status() != Status.OK) {
                found(each.status(), pair, each.drift().object(), each.sentence(script, path));
            }
        }
        for (VettedSql each : pending) {
            String what = "The staged database has not yet what the new version has: " + each.goal() + ".";
            found(Status.WARN, pair, each.goal().table(), what + " SQL: " + each.sql());
        }
        if (!schema.extra().isEmpty()) {
            String what = "The staged database has " + schema.extra().size()
                    + " tables, columns or indexes that none of the new version's scripts makes.";
            found(Status.OK, pair, schema.extra().get(0), what);
        }
    }

    /** Says what all have together. */
    void total() {
        notes.figure("databases", databases.size());
        notes.figure("details", databases);
    }

    private void found(Status status, DatabasePair pair, String object, String what) {
        notes.found(UpgradeError.SCHEMA_DRIFT.found(status, pair.name() + ", " + object, what));
    }

    /** Every difference under its class; classes without any are left out. */
    private static Map<String, Object> classes(StagedSchema schema) {
        Map<String, Object> classes = new LinkedHashMap<>();
        for (DriftClass each : DriftClass.values()) {
            List<Object> objects = new ArrayList<>();
            schema.drifts().stream()
                    .filter(judged -> judged.driftClass() == each)
                    .forEach(judged -> objects.add(
                            judged.drift().object() + ": " + judged.drift().what()));
            if (each == DriftClass.EXTRA) {
                objects.addAll(schema.extra());
            }
            if (!objects.isEmpty()) {
                classes.put(each.label(), objects);
            }
        }
        return classes;
    }
}
