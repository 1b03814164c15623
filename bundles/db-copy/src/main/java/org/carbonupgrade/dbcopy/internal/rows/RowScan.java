package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads a table once, in chunks. */
public abstract class RowScan implements AutoCloseable {

    /** Is shown every row. */
    @FunctionalInterface
    public interface Visitor {

        /** Takes a row; false ends the chunk with it. */
        boolean visit(ResultSet row) throws SQLException;
    }

    private boolean stopped;
    private boolean atEnd;

    /** A scan in the order of the table's key or, without one, in the order in which the database gives the rows. */
    public static RowScan of(Connection connection, Table table, ValueBinder binder) throws SQLException {
        return table.hasKey() ? new KeyScan(connection, table, binder) : new WholeScan(connection, table);
    }

    /** Whether the last row has been shown. */
    public final boolean atEnd() {
        return atEnd;
    }

    /**
     * Shows the next rows, as many as are wanted or until the visitor has enough.
     *
     * @return how many there were
     */
    public final int next(int most, Visitor visitor) throws SQLException {
        stopped = false;
        int rows = read(most, visitor);
        atEnd = !stopped && rows < most;
        return rows;
    }

    @Override
    public abstract void close() throws SQLException;

    abstract int read(int most, Visitor visitor) throws SQLException;

    /** Shows rows of a result; its cursor stays on the last one shown unless there are no more. */
    final int show(ResultSet rows, int most, Visitor visitor) throws SQLException {
        int shown = 0;
        while (shown < most && !stopped && rows.next()) {
            stopped = !visitor.visit(rows);
            shown++;
        }
        return shown;
    }

    /** Whether the visitor has had enough. */
    final boolean stopped() {
        return stopped;
    }
}
