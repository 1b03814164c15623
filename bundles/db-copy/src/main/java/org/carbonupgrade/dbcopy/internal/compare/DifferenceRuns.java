package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowDifference.Kind;
import org.carbonupgrade.dbcopy.RowValues;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.ValueDifference;

/** Collects differing rows into runs: a run goes on until a row that both sides share. */
final class DifferenceRuns {

    private final List<RowDifference> closed = new ArrayList<>();
    private final Map<Kind, Run> open = new EnumMap<>(Kind.class);

    /**
     * A row that differs, as many times as it does.
     *
     * @param values reads what to show of it, if there is still room; null for nothing
     */
    void add(Kind kind, String key, long times, Values values) throws SQLException {
        Run run = open.computeIfAbsent(kind, none -> new Run(key));
        run.last = key;
        run.rows += times;
        if (values != null && run.shown.size() < RowDifference.MOST_SHOWN && !full()) {
            run.shown.add(new RowValues(key, values.read()));
        }
    }

    /** Ends the runs: the next row is one that both sides share. */
    void end() {
        if (!full()) {
            open.forEach((kind, run) -> closed.add(new RowDifference(kind, run.first, run.last, run.rows, run.shown)));
        }
        open.clear();
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

    /** Reads what a row holds. */
    @FunctionalInterface
    interface Values {
        List<ValueDifference> read() throws SQLException;
    }

    /** A run that goes on. */
    private static final class Run {

        private final String first;
        private final List<RowValues> shown = new ArrayList<>();
        private String last;
        private long rows;

        private Run(String first) {
            this.first = first;
        }
    }
}
