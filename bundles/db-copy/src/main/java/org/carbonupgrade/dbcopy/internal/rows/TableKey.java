package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads and binds the key of a table's rows. */
public final class TableKey {

    private final ValueBinder binder;
    private final List<Column> columns;
    private final int[] positions;
    private final TableSql sql;

    /** @param table one that has a key */
    public TableKey(Table table, ValueBinder binder) {
        this.binder = binder;
        this.sql = new TableSql(table);
        this.columns = sql.key();
        this.positions = table.key().stream().mapToInt(table::position).toArray();
    }

    /** The key of the current row of a query for all columns of the table. */
    public Object[] of(ResultSet row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).reader().read(row, positions[i] + 1);
        }
        return values;
    }

    /** Binds a key, or the first values of one, to the first parameters of a statement. */
    public void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            binder.bind(statement, i + 1, columns.get(i), values[i]);
        }
    }

    /** The greatest key that the table has in a database, or null if it is empty there. */
    public Object[] greatest(Connection connection) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            try (PreparedStatement query = connection.prepareStatement(sql.greatest(i))) {
                bind(query, Arrays.copyOf(values, i));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    values[i] = columns.get(i).reader().read(row, 1);
                }
            }
            if (values[i] == null) {
                return null;
            }
        }
        return values;
    }
}
