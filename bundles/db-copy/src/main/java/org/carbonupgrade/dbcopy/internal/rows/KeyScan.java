package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * Reads a table in the order of its key, each chunk by queries of its own that go on behind the last key read.
 *
 * <p>Behind a key (a, b) come the rows with the same a and a greater b, then those with a greater a. Each of the two is one range
 * of the index; a condition for both at once would make databases read the range from its start for every chunk.
 */
public final class KeyScan extends RowScan {

    private final Connection connection;
    private final TableKey key;
    private final TableSql sql;
    private final PreparedStatement[] behind;
    private Object[] last;

    public KeyScan(Connection connection, Table table, ValueBinder binder) {
        this.connection = connection;
        this.key = new TableKey(table, binder);
        this.sql = new TableSql(table);
        this.behind = new PreparedStatement[table.key().size()];
    }

    /** Goes on behind this key: that of the last row that another scan of an equal table read; null for the start. */
    public void startAfter(Object[] lastKey) {
        this.last = lastKey;
    }

    @Override
    int read(int most, Visitor visitor) throws SQLException {
        if (last == null) {
            return first(most, visitor);
        }
        Object[] from = last;
        int rows = 0;
        for (int shared = behind.length - 1; shared >= 0 && rows < most && !stopped(); shared--) {
            PreparedStatement query = behind(shared);
            key.bind(query, Arrays.copyOf(from, shared + 1));
            rows += show(query, most - rows, visitor);
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement query : behind) {
            if (query != null) {
                query.close();
            }
        }
    }

    private int first(int most, Visitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql.rowsByKey())) {
            return show(query, most, visitor);
        }
    }

    private int show(PreparedStatement query, int most, Visitor visitor) throws SQLException {
        query.setMaxRows(most);
        try (ResultSet rows = query.executeQuery()) {
            int shown = show(rows, most, visitor);
            if (shown == most || stopped()) {
                last = key.of(rows);
            }
            return shown;
        }
    }

    private PreparedStatement behind(int shared) throws SQLException {
        if (behind[shared] == null) {
            behind[shared] = connection.prepareStatement(sql.rowsBehind(shared));
        }
        return behind[shared];
    }
}
