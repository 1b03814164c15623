package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.Pace;
import org.carbonupgrade.dbcopy.internal.rows.RowScan;
import org.carbonupgrade.dbcopy.internal.rows.TableKey;
import org.carbonupgrade.dbcopy.internal.rows.TableSql;

/** A table as one of the two databases has it, row after row. */
final class Side implements AutoCloseable {

    private static final Object[] NO_KEY = {};

    private final Connection connection;
    private final Table table;
    private final ValueBinder binder;
    private final ChunkLimits limits;
    private final Column[] columns;
    private final TableSql sql;
    private final TableKey key;
    private final RowScan scan;
    private final Pace pace;
    private final BiConsumer<Integer, Long> read;
    private final RowDigest row = new RowDigest();
    private final Deque<Row> rows = new ArrayDeque<>();
    private TableDigest digest = TableDigest.EMPTY;
    private PreparedStatement lookup;

    /** @param read is told how many rows and bytes were read */
    Side(Connection connection, Table table, ValueBinder binder, ChunkLimits limits, BiConsumer<Integer, Long> read)
            throws SQLException {
        this.connection = connection;
        this.table = table;
        this.binder = binder;
        this.limits = limits;
        this.columns = table.columns().toArray(new Column[0]);
        this.sql = new TableSql(table);
        this.key = table.hasKey() ? new TableKey(table, binder) : null;
        this.scan = RowScan.of(connection, table, binder);
        this.pace = new Pace(limits);
        this.read = read;
    }

    /** The next row, which stays the next; null at the end. */
    Row head() throws SQLException {
        if (rows.isEmpty() && !scan.atEnd()) {
            long before = row.bytes();
            int chunk = scan.next(pace, row::bytes, current -> {
                Row next = row(current);
                digest = digest.plus(next.digest());
                rows.add(next);
            });
            read.accept(chunk, row.bytes() - before);
        }
        return rows.peek();
    }

    /** Goes on to the row behind the next. */
    void skip() {
        rows.remove();
    }

    /** The row that has a key, wherever it is; null if there is none. */
    Row find(Object[] wanted) throws SQLException {
        try (ResultSet found = lookUp(wanted)) {
            return found.next() ? row(found) : null;
        }
    }

    /** What the row with a key holds; null if there is none. */
    ShownRow show(Object[] wanted, Shown shown) throws SQLException {
        try (ResultSet found = lookUp(wanted)) {
            return found.next() ? ShownRow.read(found, columns, shown) : null;
        }
    }

    /** What rows with these digests hold, by one more reading of the table; rows that are alike are shown once. */
    Map<TableDigest, ShownRow> show(Set<TableDigest> wanted, Shown shown) throws SQLException {
        Map<TableDigest, ShownRow> found = new HashMap<>();
        try (RowScan again = RowScan.of(connection, table, binder)) {
            Pace pace = new Pace(limits);
            while (found.size() < wanted.size() && !again.atEnd()) {
                again.next(pace, row::bytes, current -> {
                    ShownRow next = ShownRow.read(current, columns, shown);
                    if (wanted.contains(next.digest())) {
                        found.put(next.digest(), next);
                    }
                });
                read.accept(0, 0L);
            }
        }
        return found;
    }

    /** Of all rows read so far. */
    TableDigest digest() {
        return digest;
    }

    @Override
    public void close() throws SQLException {
        scan.close();
        if (lookup != null) {
            lookup.close();
        }
    }

    private ResultSet lookUp(Object[] wanted) throws SQLException {
        if (lookup == null) {
            lookup = connection.prepareStatement(sql.row());
        }
        key.bind(lookup, wanted);
        return lookup.executeQuery();
    }

    private Row row(ResultSet current) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            row.value(columns[i].reader().read(current, i + 1));
        }
        return new Row(key == null ? NO_KEY : key.of(current), row.finish());
    }
}
