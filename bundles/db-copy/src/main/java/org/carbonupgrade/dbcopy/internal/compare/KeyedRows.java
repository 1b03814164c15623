package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.SQLException;
import java.util.List;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowDifference.Kind;
import org.carbonupgrade.dbcopy.ValueDifference;

/**
 * Finds the rows that two tables with a key do not share, while both are read in the order of the key. Where the next rows have
 * different keys, each database is asked whether it has the other's: only a database knows its own order of texts. Memory does not
 * grow with the differences.
 */
final class KeyedRows {

    private final Side source;
    private final Side target;
    private final List<String> key;
    private final Shown shown;
    private final DifferenceRuns runs = new DifferenceRuns();
    private Row asked;
    private Row answer;

    /**
     * @param key the names of the key's columns
     * @param shown what is told of rows that differ
     */
    KeyedRows(Side source, Side target, List<String> key, Shown shown) {
        this.source = source;
        this.target = target;
        this.key = key;
        this.shown = shown;
    }

    /** Reads both sides to their ends and names what differs. */
    List<RowDifference> differences() throws SQLException {
        Row mine = source.head();
        Row theirs = target.head();
        while (mine != null || theirs != null) {
            compare(mine, theirs);
            mine = source.head();
            theirs = target.head();
        }
        return runs.list();
    }

    private void compare(Row mine, Row theirs) throws SQLException {
        if (theirs == null) {
            differs(Kind.MISSING, mine);
            source.skip();
        } else if (mine == null) {
            differs(Kind.EXTRA, theirs);
            target.skip();
        } else if (mine.equalTo(theirs) || mine.hasSameKey(theirs)) {
            pair(mine, theirs);
            source.skip();
            target.skip();
        } else if (runs.full()) {
            source.skip();
            target.skip();
        } else {
            tellApart(mine, theirs);
        }
    }

    private void tellApart(Row mine, Row theirs) throws SQLException {
        Row twin = twin(mine);
        if (twin == null) {
            differs(Kind.MISSING, mine);
            source.skip();
        } else if (source.find(theirs.key()) == null) {
            differs(Kind.EXTRA, theirs);
            target.skip();
        } else {
            // The databases sort differently, or write the same key differently; either row is met from the source's
            // side.
            pair(mine, twin);
            source.skip();
            target.skip();
        }
    }

    /** The target's row with the same key; it is asked for again and again while rows of the target are skipped. */
    private Row twin(Row mine) throws SQLException {
        if (asked != mine) {
            answer = target.find(mine.key());
            asked = mine;
        }
        return answer;
    }

    private void pair(Row mine, Row theirs) throws SQLException {
        if (mine.equalTo(theirs)) {
            runs.end();
        } else {
            differs(Kind.CHANGED, mine);
        }
    }

    private void differs(Kind kind, Row row) throws SQLException {
        runs.add(kind, shown.key(key, row.key()), 1, shown.values() ? () -> values(kind, row.key()) : null);
    }

    /** Asks for the row again: only what differs is kept of what was read. */
    private List<ValueDifference> values(Kind kind, Object[] wanted) throws SQLException {
        switch (kind) {
            case MISSING:
                return source.show(wanted, shown).alone(true, key);
            case EXTRA:
                return target.show(wanted, shown).alone(false, key);
            default:
                return ShownRow.difference(source.show(wanted, shown), target.show(wanted, shown));
        }
    }
}
