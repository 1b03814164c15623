package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/** Compares the rows of tables that both databases have with the same columns. */
final class TableComparer {

    private final ValueBinder binder;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Progress progress;
    private final Shown shown;

    /** @param shown what is told of rows that differ */
    TableComparer(ValueBinder binder, ChunkLimits limits, Stop stop, Progress progress, Shown shown) {
        this.binder = binder;
        this.limits = limits;
        this.stop = stop;
        this.progress = progress;
        this.shown = shown;
    }

    /** Compares the rows of a table as the source has it with those of the target's. */
    TableComparison compare(Table mine, Connection source, Table theirs, Connection target) throws SQLException {
        if (mine.hasKey() && mine.key().equals(theirs.key())) {
            TableComparison byKey = read(mine, source, theirs, target);
            if (byKey.source().rows() == RowCounts.of(source, mine)
                    && byKey.target().rows() == RowCounts.of(target, theirs)) {
                return byKey;
            }
            // An index that has lost rows, as old H2 files have them, must not hide them from us.
        }
        return read(mine.withoutKey(), source, theirs.withoutKey(), target);
    }

    private TableComparison read(Table mine, Connection source, Table theirs, Connection target) throws SQLException {
        BiConsumer<Integer, Long> read = (rows, bytes) -> {
            stop.check(mine.toString());
            progress.moved(rows, bytes);
        };
        try (Side one = new Side(source, mine, binder, limits, read);
                Side other = new Side(target, theirs, binder, limits, (rows, bytes) -> {})) {
            List<RowDifference> differences = mine.hasKey()
                    ? new KeyedRows(one, other, mine.key(), shown).differences()
                    : new BareRows(one, other, shown).differences();
            boolean equal = one.digest().equals(other.digest());
            return new TableComparison(
                    mine.toString(), one.digest(), other.digest(), equal ? Collections.emptyList() : differences);
        }
    }
}
