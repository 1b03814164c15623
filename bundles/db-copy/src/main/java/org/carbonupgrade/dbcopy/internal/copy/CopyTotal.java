package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.UpgradeMark.Phase;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable.Mark;

/** The numbers of a complete copy, as they stay in its marker table. Immutable. */
final class CopyTotal {

    private final long rows;
    private final long bytes;

    private CopyTotal(long rows, long bytes) {
        this.rows = rows;
        this.bytes = bytes;
    }

    static CopyTotal of(List<TableCopy> tables) {
        return of(tables, tables.stream().mapToLong(TableCopy::bytes).sum());
    }

    static CopyTotal of(List<TableCopy> tables, long bytes) {
        return new CopyTotal(tables.stream().mapToLong(TableCopy::rows).sum(), bytes);
    }

    static CopyTotal read(Connection target) throws SQLException {
        String[] parts = MarkerTable.note(target, Mark.TOTAL, 0).split(" ");
        return new CopyTotal(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** Declares the copy complete, in one transaction: the phase, the numbers, and no marks of tables any more. */
    void complete(Connection target) throws SQLException {
        MarkerTable.write(target, Mark.TOTAL, 0, rows + " " + bytes);
        MarkerTable.write(target, Mark.PHASE, 0, Phase.COPIED.name());
        MarkerTable.forgetProgress(target);
        target.commit();
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }
}
