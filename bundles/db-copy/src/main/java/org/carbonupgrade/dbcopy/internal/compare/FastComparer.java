package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/** Compares tables by digests that the database's own lane makes; only where they differ, row by row. */
final class FastComparer {

    private final FastLane lane;
    private final TableComparer rows;
    private final Stop stop;
    private final Progress progress;

    FastComparer(FastLane lane, TableComparer rows, Stop stop, Progress progress) {
        this.lane = lane;
        this.rows = rows;
        this.stop = stop;
        this.progress = progress;
    }

    /** Compares the rows of a table as the source has it with those of the target's; both are read at once. */
    TableComparison compare(Table mine, Connection source, Table theirs, Connection target) throws SQLException {
        Reading one = new Reading(mine, source, progress);
        Reading other = new Reading(theirs, target, Progress.NONE);
        Workers.all(2, mine.toString(), stop, Arrays.asList(one, other), this::read);
        TableComparison digests = comparison(mine, one, other, Collections.emptyList());
        if (digests.equal()) {
            return digests;
        }
        TableComparison named = rows.compare(mine, source, theirs, target);
        if (!named.equal() || !types(mine).equals(types(theirs))) {
            return named;
        }
        String what = "(rows that read alike, but are stored in another way)";
        return comparison(
                mine,
                one,
                other,
                Collections.singletonList(new RowDifference(RowDifference.Kind.CHANGED, what, what, 1)));
    }

    private Reading read(Reading side) {
        side.passed = Jdbc.call(
                "read table " + side.table,
                side.table.toString(),
                () -> lane.digest(side.connection, side.table, (rows, bytes) -> {
                    stop.check(side.table.toString());
                    side.progress.moved(rows, bytes);
                }));
        return side;
    }

    private static TableComparison comparison(
            Table table, Reading one, Reading other, List<RowDifference> differences) {
        return new TableComparison(table.toString(), one.passed.digest(), other.passed.digest(), differences);
    }

    private static List<String> types(Table table) {
        return table.columns().stream().map(Column::type).collect(Collectors.toList());
    }

    /** What one thread reads. */
    private static final class Reading {

        private final Table table;
        private final Connection connection;
        private final Progress progress;
        private volatile Passed passed;

        private Reading(Table table, Connection connection, Progress progress) {
            this.table = table;
            this.connection = connection;
            this.progress = progress;
        }
    }
}
