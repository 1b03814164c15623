package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.KeyScan;
import org.carbonupgrade.dbcopy.internal.rows.Pace;
import org.carbonupgrade.dbcopy.internal.rows.RowScan;
import org.carbonupgrade.dbcopy.internal.rows.TableKey;
import org.carbonupgrade.dbcopy.internal.rows.TableSql;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/**
 * Copies the rows of one table. A chunk of rows and the mark that says so are one transaction of the target, so a copy that dies
 * goes on behind the last chunk. Without a key nobody can tell which rows are there: such a table is begun anew.
 */
final class TableLoader {

    private static final String LANE = "jdbc";

    private final Connection source;
    private final Connection target;
    private final ValueBinder binder;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Progress progress;

    TableLoader(
            Connection source,
            Connection target,
            ValueBinder binder,
            ChunkLimits limits,
            Stop stop,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.binder = binder;
        this.limits = limits;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Copies a table, or the rest of it.
     *
     * @param number of the table in the marker table
     * @param rows how many rows it has
     */
    TableCopy load(Table table, int number, long rows) throws SQLException {
        long start = System.nanoTime();
        TableMark mark = TableMark.read(target, number);
        progress.moved(mark.digest().rows(), mark.bytes());
        if (mark.complete()) {
            return new TableCopy(table.toString(), mark.digest(), mark.bytes(), 0, LANE);
        }
        mark = load(table, mark, number);
        if (mark.digest().rows() != rows && table.hasKey()) {
            // An index that has lost rows, as old H2 files have them, must not lose them for us.
            mark = load(table.withoutKey(), TableMark.NOTHING, number);
        }
        if (mark.digest().rows() != rows) {
            throw new DbCopyException(
                    DbError.DB_SQL,
                    "Table " + table + " says that it has " + rows + " rows, and gives "
                            + mark.digest().rows() + ".",
                    table.toString());
        }
        new TableMark(mark.digest(), mark.bytes(), true).write(target, number, table.toString());
        target.commit();
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new TableCopy(table.toString(), mark.digest(), mark.bytes(), millis, LANE);
    }

    /** Copies the rows behind those that the mark speaks of; it is complete only when the rows have been counted. */
    private TableMark load(Table table, TableMark begun, int number) throws SQLException {
        Pace pace = new Pace(limits);
        TableMark mark = begun;
        try (RowScan scan = begin(table, number);
                RowWriter writer = new RowWriter(target, table, binder)) {
            while (!scan.atEnd()) {
                stop.check(table.toString());
                long before = writer.bytes();
                int rows = scan.next(pace, writer::bytes, writer::add);
                writer.flush();
                long bytes = writer.bytes() - before;
                mark = new TableMark(begun.digest().plus(writer.digest()), mark.bytes() + bytes, false);
                if (table.hasKey()) {
                    mark.write(target, number, table.toString());
                }
                target.commit();
                progress.moved(rows, bytes);
            }
        }
        return mark;
    }

    /** Rows come in the order of the key: the greatest one in the target is that of the last row copied. */
    private RowScan begin(Table table, int number) throws SQLException {
        if (!table.hasKey()) {
            TableMark.NOTHING.write(target, number, table.toString());
            Jdbc.execute(target, new TableSql(table).delete());
            return RowScan.of(source, table, binder);
        }
        KeyScan scan = new KeyScan(source, table, binder);
        scan.startAfter(new TableKey(table, binder).greatest(target));
        return scan;
    }
}
