package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowDifference.Kind;
import org.carbonupgrade.dbcopy.TableComparison;
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
    private final Shown shown;
    private final Map<TableDigest, Integer> surplus = new LinkedHashMap<>();
    private boolean tooMany;

    /** @param shown what is told of rows that differ */
    BareRows(Side source, Side target, Shown shown) {
        this.source = source;
        this.target = target;
        this.shown = shown;
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

    private List<RowDifference> named() throws SQLException {
        Map<TableDigest, ShownRow> missing = show(source, 1);
        Map<TableDigest, ShownRow> extra = show(target, -1);
        DifferenceRuns runs = new DifferenceRuns();
        for (Map.Entry<TableDigest, Integer> row : surplus.entrySet()) {
            String name = "row with digest " + row.getKey().toString().substring("1:".length());
            boolean inSource = row.getValue() > 0;
            ShownRow held = (inSource ? missing : extra).get(row.getKey());
            runs.add(
                    inSource ? Kind.MISSING : Kind.EXTRA,
                    name,
                    Math.abs(row.getValue()),
                    held == null ? null : () -> held.alone(inSource, Collections.emptyList()));
            runs.end();
        }
        return runs.list();
    }

    /** What the rows hold of which this side has more copies, as many of them as are named; its sign is the sign of their surplus. */
    private Map<TableDigest, ShownRow> show(Side side, int sign) throws SQLException {
        if (!shown.values()) {
            return Collections.emptyMap();
        }
        Set<TableDigest> wanted = surplus.entrySet().stream()
                .limit(TableComparison.MOST_DIFFERENCES)
                .filter(row -> Integer.signum(row.getValue()) == sign)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return side.show(wanted, shown);
    }

    private RowDifference summary() {
        long more = source.digest().rows() - target.digest().rows();
        Kind kind = more > 0 ? Kind.MISSING : more < 0 ? Kind.EXTRA : Kind.CHANGED;
        String rows = "(the table has no key, and more rows differ than can be named)";
        return new RowDifference(kind, rows, rows, Math.abs(more));
    }
}
