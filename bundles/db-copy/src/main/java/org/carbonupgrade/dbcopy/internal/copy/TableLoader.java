package org.carbonupgrade.dbcopy.internal.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.TableScan;

/**
 * Copies the rows of one table. A chunk of rows and the mark that says so are one transaction of the target, so a copy that dies
 * goes on behind the last chunk. Without a key nobody can tell which rows are there: such a table is begun anew.
 */
final class TableLoader {

    static final String LANE = "jdbc";

    private static final int CHUNK_ROWS = 5000;
    private static final long CHUNK_BYTES = 16 << 20;
    private static final int BATCH_ROWS = 250;
    private static final long BATCH_BYTES = 1 << 20;

    private final Table table;
    private final int number;
    private final ValueBinder binder;
    private final Progress progress;
    private final RowDigest row = new RowDigest();
    private TableDigest digest = TableDigest.EMPTY;
    private int batchRows;
    private long batchStart;

    /** @param number of the table in the marker table */
    TableLoader(Table table, int number, ValueBinder binder, Progress progress) {
        this.table = table;
        this.number = number;
        this.binder = binder;
        this.progress = progress;
    }

    TableCopy load(Connection source, Connection target) throws SQLException {
        long start = System.nanoTime();
        TableMark mark = TableMark.read(target, number);
        if (mark.complete()) {
            progress.moved(mark.digest().rows(), mark.bytes());
            return new TableCopy(table.name(), mark.digest(), mark.bytes(), 0, LANE);
        }
        try (TableScan scan = new TableScan(source, table, binder)) {
            mark = table.hasKey() ? goOn(scan, mark, target) : beginAnew(target);
            mark = load(scan, mark, target);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new TableCopy(table.name(), mark.digest(), mark.bytes(), millis, LANE);
    }

    private TableMark load(TableScan scan, TableMark begun, Connection target) throws SQLException {
        TableMark mark = begun;
        digest = begun.digest();
        try (PreparedStatement insert = target.prepareStatement(insert())) {
            while (!mark.complete()) {
                long start = row.bytes();
                int rows = scan.next(CHUNK_ROWS, read -> {
                    add(read, insert);
                    return row.bytes() - start < CHUNK_BYTES;
                });
                flush(insert);
                long bytes = row.bytes() - start;
                mark = new TableMark(digest, mark.bytes() + bytes, scan.atEnd());
                if (mark.complete() || table.hasKey()) {
                    mark.write(target, number, table.name());
                }
                target.commit();
                progress.moved(rows, bytes);
            }
        }
        return mark;
    }

    /** Rows come in the order of the key: the greatest key in the target is that of the last row copied. */
    private TableMark goOn(TableScan scan, TableMark mark, Connection target) throws SQLException {
        scan.startAfter(scan.greatestKey(target));
        progress.moved(mark.digest().rows(), mark.bytes());
        return mark;
    }

    private TableMark beginAnew(Connection target) throws SQLException {
        Jdbc.execute(target, "DELETE FROM " + table.sql());
        return TableMark.NOTHING;
    }

    private void add(ResultSet read, PreparedStatement insert) throws SQLException {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            transfer(column.reader().read(read, i + 1), column, insert, i + 1);
        }
        digest = digest.plus(row.finish());
        insert.addBatch();
        batchRows++;
        if (batchRows == BATCH_ROWS || row.bytes() - batchStart > BATCH_BYTES) {
            flush(insert);
        }
    }

    private void transfer(Object value, Column column, PreparedStatement insert, int index) throws SQLException {
        if (value instanceof InputStream) {
            try (InputStream content = row.tee((InputStream) value)) {
                binder.bind(insert, index, column, content);
            } catch (IOException e) {
                throw new SQLException("a large object of column " + column.name() + " cannot be read", e);
            }
        } else if (value instanceof Reader) {
            try (Reader content = row.tee((Reader) value)) {
                binder.bind(insert, index, column, content);
            } catch (IOException e) {
                throw new SQLException("a large object of column " + column.name() + " cannot be read", e);
            }
        } else {
            row.value(value);
            binder.bind(insert, index, column, value);
        }
    }

    private void flush(PreparedStatement insert) throws SQLException {
        if (batchRows > 0) {
            insert.executeBatch();
            batchRows = 0;
            batchStart = row.bytes();
        }
    }

    private String insert() {
        return "INSERT INTO " + table.sql() + "(" + table.columnsSql() + ") VALUES ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
    }
}
