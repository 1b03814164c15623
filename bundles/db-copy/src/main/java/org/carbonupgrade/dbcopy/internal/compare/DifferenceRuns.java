package org.carbonupgrade.dbcopy.internal.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowDifference.Kind;
import org.carbonupgrade.dbcopy.TableComparison;

/** Collects differing rows into runs: a run goes on until a row that both sides share. */
final class DifferenceRuns {

    private final List<RowDifference> closed = new ArrayList<>();
    private final Map<Kind, RowDifference> open = new EnumMap<>(Kind.class);

    /** A row that differs, as many times as it does. */
    void add(Kind kind, String key, long times) {
        open.merge(
                kind,
                new RowDifference(kind, key, key, times),
                (run, row) -> new RowDifference(kind, run.firstKey(), key, run.rows() + times));
    }

    /** Ends the runs: the next row is one that both sides share. */
    void end() {
        if (!open.isEmpty()) {
            closed.addAll(open.values());
            open.clear();
        }
    }

    /** Whether there are as many as a report names. */
    boolean full() {
        return closed.size() >= TableComparison.MOST_DIFFERENCES;
    }

    /** The runs, at most as many as a report names. */
    List<RowDifference> list() {
        end();
        return new ArrayList<>(closed.subList(0, Math.min(closed.size(), TableComparison.MOST_DIFFERENCES)));
    }
}
