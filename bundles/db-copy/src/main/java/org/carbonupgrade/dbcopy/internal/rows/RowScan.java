package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads a table once, in chunks. */
public abstract class RowScan implements AutoCloseable {

    /** Takes rows. */
    @FunctionalInterface
    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** Is shown every row. */
    @FunctionalInterface
    interface Visitor {

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
     * Gives the next chunk of rows, as large as the pace has it, and tells the pace how large it was.
     *
     * @param bytes how many bytes the rows taken so far have, those of earlier chunks included
     * @return how many rows there were
     */
    public final int next(Pace pace, LongSupplier bytes, Taker taker) throws SQLException {
        long before = bytes.getAsLong();
        int most = pace.rows();
        stopped = false;
        int rows = read(most, row -> {
            taker.take(row);
            return bytes.getAsLong() - before < pace.bytes();
        });
        atEnd = !stopped && rows < most;
        pace.took(rows, bytes.getAsLong() - before);
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
