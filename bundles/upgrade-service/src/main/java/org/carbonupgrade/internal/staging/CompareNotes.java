package org.carbonupgrade.internal.staging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowValues;
import org.carbonupgrade.dbcopy.SchemaDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.step.StepNotes;

/** What a report tells of comparisons: every difference as a finding, figures table by table and of all together. */
final class CompareNotes {

    private final StepNotes notes;
    private final List<Object> databases = new ArrayList<>();
    private long tables;
    private long rows;

    CompareNotes(StepNotes notes) {
        this.notes = notes;
    }

    void add(String database, CompareResult compared) {
        for (SchemaDifference difference : compared.schema()) {
            notes.found(UpgradeError.COMPARE_SCHEMA.found(Status.FAIL, database, DifferenceWords.sentence(difference)));
        }
        for (TableComparison table : compared.tables()) {
            for (RowDifference difference : table.differences()) {
                add(database + ", table " + table.table(), difference);
            }
        }
        databases.add(figures(database, compared));
        tables += compared.tables().size();
        rows += compared.rows();
    }

    /** Says what all have together. */
    void total() {
        notes.figure("databases", databases.size());
        notes.figure("tables", tables);
        notes.figure("rows", rows);
        notes.figure("details", databases);
    }

    private void add(String where, RowDifference difference) {
        notes.found(UpgradeError.COMPARE_ROWS.found(Status.FAIL, where, DifferenceWords.sentence(difference)));
        for (RowValues row : difference.shown()) {
            if (!row.values().isEmpty()) {
                notes.found(UpgradeError.COMPARE_VALUES.found(Status.FAIL, where, DifferenceWords.sentence(row)));
            }
        }
    }

    private static Map<String, Object> figures(String database, CompareResult compared) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("database", database);
        figures.put("equal", compared.equal());
        figures.put("objects", compared.objects());
        figures.put("rows", compared.rows());
        figures.put("millis", compared.millis());
        List<Object> each = new ArrayList<>();
        for (TableComparison table : compared.tables()) {
            each.add(figures(table));
        }
        figures.put("tables", each);
        return figures;
    }

    private static Map<String, Object> figures(TableComparison table) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("table", table.table());
        figures.put("equal", table.equal());
        figures.put("old", table.source().toString());
        figures.put("staging", table.target().toString());
        if (!table.differences().isEmpty()) {
            List<Object> differences = new ArrayList<>();
            table.differences().forEach(difference -> differences.add(figures(difference)));
            figures.put("differences", differences);
        }
        return figures;
    }

    private static Map<String, Object> figures(RowDifference difference) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kind", difference.kind().name());
        figures.put("rows", difference.rows());
        figures.put("first", difference.firstKey());
        figures.put("last", difference.lastKey());
        if (!difference.shown().isEmpty()) {
            List<Object> shown = new ArrayList<>();
            difference.shown().forEach(row -> row.values().forEach(value -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("key", row.key());
                one.put("column", value.column());
                value.source().ifPresent(text -> one.put("old", text));
                value.target().ifPresent(text -> one.put("staging", text));
                shown.add(one);
            }));
            figures.put("values", shown);
        }
        return figures;
    }
}
