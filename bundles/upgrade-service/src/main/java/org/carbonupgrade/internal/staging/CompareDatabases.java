package org.carbonupgrade.internal.staging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.SchemaDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

/** Compares every old database with its staging database; any difference fails the step, and is named. */
public final class CompareDatabases implements Step {

    @Override
    public StepName name() {
        return StepName.COMPARE;
    }

    @Override
    public void run(StepRun run) {
        List<Object> databases = new ArrayList<>();
        long rows = 0;
        long tables = 0;
        for (DatabasePair pair : run.workplace().databases().complete()) {
            CompareResult compared = run.workplace()
                    .copier()
                    .compare(
                            new CompareRequest(
                                    pair.old(),
                                    pair.staging(),
                                    run.workplace().plan().jobs()),
                            new ListenerProgress(run.listener(), pair.name()));
            databases.add(figures(pair, compared));
            report(pair, compared, run);
            rows += compared.rows();
            tables += compared.tables().size();
        }
        run.figure("databases", databases.size());
        run.figure("tables", tables);
        run.figure("rows", rows);
        run.figure("details", databases);
    }

    private static void report(DatabasePair pair, CompareResult compared, StepRun run) {
        for (SchemaDifference difference : compared.schema()) {
            run.found(UpgradeError.COMPARE_SCHEMA.found(Status.FAIL, pair.name(), sentence(difference)));
        }
        for (TableComparison table : compared.tables()) {
            for (RowDifference difference : table.differences()) {
                run.found(UpgradeError.COMPARE_ROWS.found(
                        Status.FAIL, pair.name() + ", table " + table.table(), sentence(difference)));
            }
        }
    }

    private static String sentence(SchemaDifference difference) {
        String object = "The " + difference.object() + " " + difference.name();
        switch (difference.kind()) {
            case MISSING:
                return object + " is missing in staging.";
            case EXTRA:
                return object + " is in staging only.";
            default:
                return object + " is defined differently in staging.";
        }
    }

    private static String sentence(RowDifference difference) {
        String rows = difference.rows() == 1 ? "1 row" : difference.rows() + " rows";
        String keys = difference.firstKey().equals(difference.lastKey())
                ? difference.firstKey()
                : difference.firstKey() + " to " + difference.lastKey();
        switch (difference.kind()) {
            case MISSING:
                return rows + " missing in staging: " + keys;
            case EXTRA:
                return rows + " in staging only: " + keys;
            default:
                return rows + " with other values in staging: " + keys;
        }
    }

    private static Map<String, Object> figures(DatabasePair pair, CompareResult compared) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("database", pair.name());
        figures.put("equal", compared.equal());
        figures.put("objects", compared.objects());
        figures.put("rows", compared.rows());
        figures.put("millis", compared.millis());
        List<Object> tables = new ArrayList<>();
        for (TableComparison table : compared.tables()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("table", table.table());
            one.put("equal", table.equal());
            one.put("old", table.source().toString());
            one.put("staging", table.target().toString());
            tables.add(one);
        }
        figures.put("tables", tables);
        return figures;
    }
}
