package org.carbonupgrade.internal.staging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.step.StepNotes;

/** What a report tells of copies: table by table, of each database, and of all together. */
final class CopyNotes {

    private final StepNotes notes;
    private final List<Object> databases = new ArrayList<>();
    private long tables;
    private long rows;
    private long bytes;

    CopyNotes(StepNotes notes) {
        this.notes = notes;
    }

    /** @param about figures that come first */
    void add(String database, Map<String, String> about, CopyResult copied) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("database", database);
        figures.putAll(about);
        figures.put("strategy", copied.strategy());
        figures.put("resumed", copied.resumed());
        figures.put("objects", copied.objects());
        figures.put("rows", copied.rows());
        figures.put("bytes", copied.bytes());
        figures.put("millis", copied.millis());
        List<Object> each = new ArrayList<>();
        for (TableCopy table : copied.tables()) {
            each.add(figures(table));
        }
        figures.put("tables", each);
        databases.add(figures);
        copied.notCarried()
                .forEach(what -> notes.found(UpgradeError.COPY_NOT_CARRIED.found(Status.WARN, database, what)));
        tables += copied.tables().size();
        rows += copied.rows();
        bytes += copied.bytes();
    }

    /** Says what all have together. */
    void total() {
        notes.figure("databases", databases.size());
        notes.figure("tables", tables);
        notes.figure("rows", rows);
        notes.figure("bytes", bytes);
        notes.figure("details", databases);
    }

    private static Map<String, Object> figures(TableCopy table) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("table", table.table());
        figures.put("rows", table.rows());
        figures.put("lane", table.lane());
        table.digest().ifPresent(digest -> {
            figures.put("bytes", table.bytes());
            figures.put("millis", table.millis());
            figures.put("digest", digest.toString());
        });
        return figures;
    }
}
