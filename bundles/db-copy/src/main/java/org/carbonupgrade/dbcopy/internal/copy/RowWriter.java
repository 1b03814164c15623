package org.carbonupgrade.dbcopy.internal.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.TableSql;

/** Writes rows into a table, many with one call, and digests them on the way. */
public final class RowWriter implements AutoCloseable {

    private final Column[] columns;
    private final ValueBinder binder;
    private final PreparedStatement insert;
    private final RowDigest row = new RowDigest();
    private TableDigest digest = TableDigest.EMPTY;
    private int batchRows;
    private long batchStart;

    public RowWriter(Connection target, Table table, ValueBinder binder) throws SQLException {
        this.columns = table.columns().toArray(new Column[0]);
        this.binder = binder;
        this.insert = target.prepareStatement(new TableSql(table).insert());
    }

    /** Takes the current row of a query for all columns of the table. */
    public void add(ResultSet read) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            transfer(columns[i].reader().read(read, i + 1), columns[i], i + 1);
        }
        digest = digest.plus(row.finish());
        insert.addBatch();
        batchRows++;
        if (batchRows == ChunkLimits.BATCH.rows() || row.bytes() - batchStart >= ChunkLimits.BATCH.bytes()) {
            flush();
        }
    }

    /** Hands everything taken to the database; it is there for good when the connection commits. */
    public void flush() throws SQLException {
        if (batchRows > 0) {
            insert.executeBatch();
            batchRows = 0;
            batchStart = row.bytes();
        }
    }

    /** Of all rows taken so far. */
    TableDigest digest() {
        return digest;
    }

    /** Bytes of content of all rows taken so far. */
    public long bytes() {
        return row.bytes();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    /** A stream must be closed before the next value is digested: with that it is part of the digest as a whole. */
    private void transfer(Object value, Column column, int index) throws SQLException {
        if (value instanceof InputStream) {
            try (InputStream content = row.tee((InputStream) value)) {
                binder.bind(insert, index, column, content);
            } catch (IOException e) {
                throw unreadable(column, e);
            }
        } else if (value instanceof Reader) {
            try (Reader content = row.tee((Reader) value)) {
                binder.bind(insert, index, column, content);
            } catch (IOException e) {
                throw unreadable(column, e);
            }
        } else {
            row.value(value);
            binder.bind(insert, index, column, value);
        }
    }

    private static SQLException unreadable(Column column, IOException e) {
        return new SQLException("a large object of column " + column.name() + " cannot be read", e);
    }
}
