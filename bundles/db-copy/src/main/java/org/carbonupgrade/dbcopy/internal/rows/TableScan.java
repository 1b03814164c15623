package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * Reads a table in chunks of rows: in the order of its primary key, each chunk by queries of its own that go on behind the last
 * key read; a table without a key in one query, in the order in which the database gives its rows.
 *
 * <p>Behind a key (a, b) come the rows with the same a and a greater b, then those with a greater a. Each of the two is one range
 * of the index; a condition for both at once would make databases read the range from its start for every chunk.
 */
public final class TableScan implements AutoCloseable {

    /** Is shown every row. */
    @FunctionalInterface
    public interface Visitor {

        /** Takes a row; false ends the chunk with it. */
        boolean visit(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Table table;
    private final ValueBinder binder;
    private final Column[] key;
    private final int[] keyAt;
    private final String select;
    private Object[] lastKey;
    private boolean stopped;
    private boolean atEnd;
    private PreparedStatement whole;
    private ResultSet wholeRows;

    public TableScan(Connection connection, Table table, ValueBinder binder) {
        this.connection = connection;
        this.table = table;
        this.binder = binder;
        this.key =
                table.key().stream().map(name -> table.columns().get(at(name))).toArray(Column[]::new);
        this.keyAt = table.key().stream().mapToInt(name -> at(name) + 1).toArray();
        this.select = "SELECT " + table.columnsSql() + " FROM " + table.sql();
    }

    /** Goes on behind this key: that of the last row that another scan of an equal table read. */
    public void startAfter(Object[] key) {
        this.lastKey = key;
    }

    /** The key of the last row read, or null before the first. */
    public Object[] lastKey() {
        return lastKey;
    }

    /** The values of the current row's key. */
    public Object[] key(ResultSet row) throws SQLException {
        Object[] values = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = key[i].reader().read(row, keyAt[i]);
        }
        return values;
    }

    /** The greatest key that another database's table of the same shape has, or null if it is empty. */
    public Object[] greatestKey(Connection other) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(select + orderBy(" DESC"))) {
            statement.setMaxRows(1);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? key(row) : null;
            }
        }
    }

    /** Whether the last row has been shown. */
    public boolean atEnd() {
        return atEnd;
    }

    /**
     * Shows the next rows, as many as are wanted or until the visitor has enough.
     *
     * @return how many there were
     */
    public int next(int most, Visitor visitor) throws SQLException {
        stopped = false;
        int rows = key.length == 0 ? nextOfWhole(most, visitor) : nextByKey(most, visitor);
        atEnd = !stopped && rows < most;
        return rows;
    }

    @Override
    public void close() throws SQLException {
        if (whole != null) {
            whole.close();
        }
    }

    /** Rows that share the first columns of the key with the last row and are greater in the next. */
    private String behind(int level) {
        return " WHERE "
                + IntStream.rangeClosed(0, level)
                        .mapToObj(i -> Table.quote(key[i].name()) + (i < level ? " = ?" : " > ?"))
                        .collect(Collectors.joining(" AND "));
    }

    private int nextByKey(int most, Visitor visitor) throws SQLException {
        if (lastKey == null) {
            return range("", new Object[0], most, visitor);
        }
        Object[] from = lastKey;
        int rows = 0;
        for (int level = key.length - 1; level >= 0 && rows < most && !stopped; level--) {
            rows += range(behind(level), Arrays.copyOf(from, level + 1), most - rows, visitor);
        }
        return rows;
    }

    private int range(String where, Object[] bounds, int most, Visitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + where + orderBy(""))) {
            for (int i = 0; i < bounds.length; i++) {
                binder.bind(statement, i + 1, key[i], bounds[i]);
            }
            statement.setMaxRows(most);
            try (ResultSet rows = statement.executeQuery()) {
                return show(rows, most, visitor);
            }
        }
    }

    private String orderBy(String direction) {
        return table.key().stream()
                .map(column -> Table.quote(column) + direction)
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private int nextOfWhole(int most, Visitor visitor) throws SQLException {
        if (whole == null) {
            whole = connection.prepareStatement(select);
            wholeRows = whole.executeQuery();
        }
        return show(wholeRows, most, visitor);
    }

    private int show(ResultSet rows, int most, Visitor visitor) throws SQLException {
        int shown = 0;
        while (shown < most && !stopped && rows.next()) {
            stopped = !visitor.visit(rows);
            lastKey = key(rows);
            shown++;
        }
        return shown;
    }

    private int at(String name) {
        int at = 0;
        while (!table.columns().get(at).name().equals(name)) {
            at++;
        }
        return at;
    }
}
