package org.carbonupgrade.internal.staging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Holds every staged database that the kernel uses against the new version's own create script. What the new version can't do
 * without and does not find fails the step; an index under another name is a warning, which {@code --apply} mends.
 */
public final class CheckSchema implements Step {

    /** The option that lets the step mend indexes. */
    public static final String APPLY = "apply";

    @Override
    public StepName name() {
        return StepName.SCHEMA;
    }

    @Override
    public void run(StepRun run) {
        List<Object> databases = new ArrayList<>();
        for (DatabasePair pair : run.workplace().databases().complete()) {
            if (Collections.disjoint(pair.uses(), Collections.singleton(DatabaseUse.OTHER))) {
                databases.add(check(pair, run));
            }
        }
        run.figure("databases", databases.size());
        run.figure("details", databases);
    }

    private static Map<String, Object> check(DatabasePair pair, StepRun run) {
        ScriptComparison compared = compare(pair, run.workplace());
        int mended = run.options().has(APPLY) ? mend(pair, compared, run.workplace()) : 0;
        if (mended > 0) {
            compared = compare(pair, run.workplace());
        }
        int drifts = 0;
        for (SchemaDrift drift : compared.drifts()) {
            Status status = Severity.of(drift, pair.uses());
            if (status != Status.OK) {
                drifts++;
                run.found(UpgradeError.SCHEMA_DRIFT.found(
                        status,
                        pair.name() + ", " + drift.object(),
                        "In the staged database " + drift.what() + "."
                                + drift.mend().map(sql -> " SQL: " + sql).orElse("")));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("database", pair.name());
        figures.put("tables", compared.tables());
        figures.put("indexes", compared.indexes());
        figures.put("drifts", drifts);
        figures.put("mended", mended);
        return figures;
    }

    /** Runs what mends indexes and keys; tables and columns are the business of the version's own scripts. */
    private static int mend(DatabasePair pair, ScriptComparison compared, Workplace workplace) {
        int mended = 0;
        for (SchemaDrift drift : compared.drifts()) {
            if (drift.mend().isPresent() && Severity.of(drift, pair.uses()) != Status.OK) {
                String sql = drift.mend().get();
                workplace.journal().append(Event.SQL_RUN, "database", pair.name(), "sql", sql);
                workplace.copier().apply(pair.staging(), Collections.singletonList(sql));
                mended++;
            }
        }
        return mended;
    }

    private static ScriptComparison compare(DatabasePair pair, Workplace workplace) {
        String type = workplace.copier().scriptName(pair.staging());
        Path script = workplace.newHome().resolve("dbscripts/" + type + ".sql");
        if (!Files.isReadable(script)) {
            throw UpgradeError.SCRIPT_MISSING.at(
                    script.toString(), "The new version has no create script for " + type + ".");
        }
        return workplace.copier().compareWithScript(pair.staging(), script);
    }
}
