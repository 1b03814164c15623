package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.Pace;
import org.carbonupgrade.dbcopy.internal.rows.RowScan;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/** Reads a copied table back: another version of the database may have made other values of those that it was given. */
final class ReadBack {

    private final Table table;
    private final RowDigest row = new RowDigest();
    private TableDigest digest = TableDigest.EMPTY;

    private ReadBack(Table table) {
        this.table = table;
    }

    /** Refuses a table of which the target does not give what was copied. */
    static void requireEqual(
            Connection target, Table table, TableCopy copied, ValueBinder binder, ChunkLimits limits, Stop stop)
            throws SQLException {
        TableDigest found = new ReadBack(table).read(target, binder, limits, stop);
        if (!found.equals(copied.digest().orElse(null))) {
            throw new DbCopyException(
                    DbError.DB_INEXACT,
                    "The staging database's version does not keep the values of table " + table
                            + " as the old one's does.",
                    table.toString());
        }
    }

    private TableDigest read(Connection target, ValueBinder binder, ChunkLimits limits, Stop stop) throws SQLException {
        Pace pace = new Pace(limits);
        try (RowScan scan = RowScan.of(target, table, binder)) {
            while (!scan.atEnd()) {
                stop.check(table.toString());
                scan.next(pace, row::bytes, this::add);
            }
        }
        return digest;
    }

    private void add(ResultSet current) throws SQLException {
        int index = 0;
        for (Column column : table.columns()) {
            row.value(column.reader().read(current, ++index));
        }
        digest = digest.plus(row.finish());
    }
}
