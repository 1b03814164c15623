package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.TableScan;

/** Compares the rows of one table on both sides, chunk by chunk in turn. */
final class TableComparer {

    private static final int CHUNK = 2000;

    private final Table table;
    private final ValueBinder binder;
    private final Progress progress;
    private final DifferenceFinder differences = new DifferenceFinder();

    TableComparer(Table table, ValueBinder binder, Progress progress) {
        this.table = table;
        this.binder = binder;
        this.progress = progress;
    }

    TableComparison compare(Connection source, Connection target) throws SQLException {
        try (Side mine = new Side(source, differences::source);
                Side theirs = new Side(target, differences::target)) {
            while (!mine.scan.atEnd() || !theirs.scan.atEnd()) {
                long before = mine.row.bytes();
                progress.moved(mine.next(), mine.row.bytes() - before);
                theirs.next();
            }
            return new TableComparison(table.name(), mine.digest, theirs.digest, found(mine.digest, theirs.digest));
        }
    }

    private List<RowDifference> found(TableDigest mine, TableDigest theirs) {
        List<RowDifference> found = differences.differences();
        return found.isEmpty() && !mine.equals(theirs)
                ? Collections.singletonList(new RowDifference(
                        RowDifference.Kind.CHANGED, "(too many rows differ to name them)", "", mine.rows()))
                : found;
    }

    /** The table as one of the two databases has it. */
    private final class Side implements AutoCloseable {

        private final TableScan scan;
        private final BiConsumer<String, TableDigest> found;
        private final RowDigest row = new RowDigest();
        private TableDigest digest = TableDigest.EMPTY;

        Side(Connection connection, BiConsumer<String, TableDigest> found) {
            this.scan = new TableScan(connection, table, binder);
            this.found = found;
        }

        int next() throws SQLException {
            return scan.atEnd() ? 0 : scan.next(CHUNK, this::visit);
        }

        private boolean visit(ResultSet read) throws SQLException {
            int index = 0;
            for (Column column : table.columns()) {
                row.value(column.reader().read(read, ++index));
            }
            TableDigest one = row.finish();
            digest = digest.plus(one);
            found.accept(table.hasKey() ? RowKey.text(table.key(), scan.key(read)) : "row with digest " + one, one);
            return true;
        }

        @Override
        public void close() throws SQLException {
            scan.close();
        }
    }
}
