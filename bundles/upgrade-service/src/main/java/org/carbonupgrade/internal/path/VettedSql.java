package org.carbonupgrade.internal.path;

/** A statement that somebody has read and tried, and what it is to lead to: it is run only where that is not so yet. Immutable. */
public final class VettedSql {

    private final Goal goal;
    private final String sql;

    VettedSql(Goal goal, String sql) {
        this.goal = goal;
        this.sql = sql;
    }

    public Goal goal() {
        return goal;
    }

    public String sql() {
        return sql;
    }

    @Override
    public String toString() {
        return goal + ": " + sql;
    }
}
