package org.carbonupgrade.dbcopy.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowDifference.Kind;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/**
 * Finds the rows that two tables do not share while both are read once, side by side. A row waits until its like comes on the
 * other side; what still waits at the end differs. Equal tables are read in the same order, so hardly anything waits: memory
 * grows with the differences, and beyond {@value #MOST_WAITING} of them the rest is left to the tables' digests.
 *
 * <p>A table without a key has no other name for a row than its digest, and the same row can stand in it several times.
 */
final class DifferenceFinder {

    static final int MOST_WAITING = 50_000;

    private final Map<String, WaitingRow> inSource = new LinkedHashMap<>();
    private final Map<String, WaitingRow> inTarget = new LinkedHashMap<>();
    private final List<WaitingRow> changed = new ArrayList<>();
    private long sourceRows;
    private long targetRows;

    /** The next row of the source. */
    void source(String key, TableDigest digest) {
        seen(new WaitingRow(key, digest, sourceRows++), inSource, inTarget);
    }

    /** The next row of the target. */
    void target(String key, TableDigest digest) {
        seen(new WaitingRow(key, digest, targetRows++), inTarget, inSource);
    }

    /** The differences, neighbours in one, at most as many as a report names. */
    List<RowDifference> differences() {
        List<RowDifference> runs = new ArrayList<>();
        add(Kind.CHANGED, changed, runs);
        add(Kind.MISSING, inSource.values(), runs);
        add(Kind.EXTRA, inTarget.values(), runs);
        return runs;
    }

    private void seen(WaitingRow row, Map<String, WaitingRow> mine, Map<String, WaitingRow> theirs) {
        WaitingRow other = theirs.get(row.key);
        if (other != null) {
            if (--other.times == 0) {
                theirs.remove(row.key);
            }
            if (!other.digest.equals(row.digest) && changed.size() < MOST_WAITING) {
                changed.add(row);
            }
        } else if (mine.containsKey(row.key)) {
            mine.get(row.key).times++;
        } else if (mine.size() < MOST_WAITING) {
            mine.put(row.key, row);
        }
    }

    private static void add(Kind kind, Collection<WaitingRow> rows, List<RowDifference> runs) {
        WaitingRow first = null;
        WaitingRow last = null;
        long count = 0;
        for (WaitingRow row : rows) {
            if (last != null && row.position != last.position + 1) {
                addRun(kind, first, last, count, runs);
                first = null;
            }
            count = first == null ? row.times : count + row.times;
            first = first == null ? row : first;
            last = row;
        }
        if (last != null) {
            addRun(kind, first, last, count, runs);
        }
    }

    private static void addRun(Kind kind, WaitingRow first, WaitingRow last, long rows, List<RowDifference> runs) {
        if (runs.size() < TableComparison.MOST_DIFFERENCES) {
            runs.add(new RowDifference(kind, first.key, last.key, rows));
        }
    }

    /** A row whose like has not come yet. */
    private static final class WaitingRow {

        private final String key;
        private final TableDigest digest;
        private final long position;
        private int times = 1;

        WaitingRow(String key, TableDigest digest, long position) {
            this.key = key;
            this.digest = digest;
            this.position = position;
        }
    }
}
