package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.copy.RowWriter;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane.Moved;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.Pace;
import org.carbonupgrade.dbcopy.internal.rows.RowScan;

/** Rows are read from the snapshot and written by INSERT statements of many rows: what every server and driver can do. */
final class MysqlBatches implements MysqlMove {

    /** How many times a row is in memory: as packet, as values, and as a statement that is made, escaped, and sent. */
    private static final int COPIES = 6;

    private final MysqlLimits limits;

    MysqlBatches(MysqlLimits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "JDBC batches";
    }

    @Override
    public String lane() {
        return "jdbc";
    }

    @Override
    public void require(long longest, Table table) {
        limits.requireReadable(longest, COPIES, table);
        limits.requireWritable(longest, table);
    }

    @Override
    public void move(Connection source, Connection target, MysqlPart part, Passed expected, Moved moved)
            throws SQLException {
        Pace pace = new Pace(ChunkLimits.DEFAULT);
        try (RowScan scan = RowScan.of(source, part.asTable(), MysqlValues::bind);
                RowWriter writer = new RowWriter(target, part.table(), MysqlValues::bind)) {
            while (!scan.atEnd()) {
                long before = writer.bytes();
                int rows = scan.next(pace, writer::bytes, writer::add);
                writer.flush();
                moved.rows(rows, writer.bytes() - before);
            }
        }
    }
}
