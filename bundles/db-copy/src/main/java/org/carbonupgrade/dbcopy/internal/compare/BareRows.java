package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowDifference.Kind;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/**
 * Finds the rows that two tables without a key do not share. Such a row has no other name than its digest, and can stand in a table
 * several times. It waits until its like comes on the other side; what still waits at the end differs. Equal tables are read in
 * the same order, so hardly anything waits: memory grows with the differences, and beyond {@value #MOST_WAITING} of them rows
 * are no longer named.
 */
final class BareRows {

    static final int MOST_WAITING = 50_000;

    private final Side source;
    private final Side target;
    private final Map<TableDigest, Integer> surplus = new LinkedHashMap<>();
    private boolean tooMany;

    BareRows(Side source, Side target) {
        this.source = source;
        this.target = target;
    }

    /** Reads both sides to their ends and names what differs. */
    List<RowDifference> differences() throws SQLException {
        Row mine = source.head();
        Row theirs = target.head();
        while (mine != null || theirs != null) {
            if (mine != null) {
                count(mine.digest(), 1);
                source.skip();
            }
            if (theirs != null) {
                count(theirs.digest(), -1);
                target.skip();
            }
            mine = source.head();
            theirs = target.head();
        }
        return tooMany ? Collections.singletonList(summary()) : named();
    }

    private void count(TableDigest row, int copies) {
        if (!tooMany) {
            surplus.merge(row, copies, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
            if (surplus.size() > MOST_WAITING) {
                tooMany = true;
                surplus.clear();
            }
        }
    }

    private List<RowDifference> named() {
        DifferenceRuns runs = new DifferenceRuns();
        surplus.forEach((digest, copies) -> {
            String name = "row with digest " + digest.toString().substring("1:".length());
            runs.add(copies > 0 ? Kind.MISSING : Kind.EXTRA, name, Math.abs(copies));
            runs.end();
        });
        return runs.list();
    }

    private RowDifference summary() {
        long more = source.digest().rows() - target.digest().rows();
        Kind kind = more > 0 ? Kind.MISSING : more < 0 ? Kind.EXTRA : Kind.CHANGED;
        String rows = "(the table has no key, and more rows differ than can be named)";
        return new RowDifference(kind, rows, rows, Math.abs(more));
    }
}
