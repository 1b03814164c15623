package org.carbonupgrade.internal.staging;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.path.Goal;
import org.carbonupgrade.internal.path.VettedSql;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Runs on a staging database what brings it to the new version's schema, each statement noted in the journal before. What was done
 * already is seen in the database itself: a run that was killed anywhere is just run again.
 */
final class SchemaMender {

    private final DatabasePair pair;
    private final Workplace workplace;
    private int statements;

    SchemaMender(DatabasePair pair, Workplace workplace) {
        this.pair = pair;
        this.workplace = workplace;
    }

    /** Those of a path's statements whose goals the database has not reached. */
    List<VettedSql> pending(List<VettedSql> vetted) {
        return vetted.stream()
                .filter(each -> concerns(each.goal()) && !reached(each.goal()))
                .collect(Collectors.toList());
    }

    /** Runs those of a path's statements that are pending, in their order; one may be the ground for the next. */
    void run(List<VettedSql> vetted) {
        for (VettedSql each : vetted) {
            if (concerns(each.goal()) && !reached(each.goal())) {
                run(each.sql());
                requireReached(each);
            }
        }
    }

    /** Runs what mends indexes and keys; tables and columns are the business of the path's own statements. */
    void mend(StagedSchema schema) {
        schema.drifts().forEach(each -> each.mend().ifPresent(this::run));
    }

    /** How many statements were run. */
    int statements() {
        return statements;
    }

    /** A database has no use for what is done to a table that it has not and need not have. */
    private boolean concerns(Goal goal) {
        return goal.makesTable()
                ? Severity.needed(goal.table(), pair.uses())
                : workplace.copier().query(pair.staging(), goal::tableThere);
    }

    private boolean reached(Goal goal) {
        return workplace.copier().query(pair.staging(), goal::reached);
    }

    /** Without that the statement would be run again and again. */
    private void requireReached(VettedSql statement) {
        if (!reached(statement.goal())) {
            throw UpgradeError.PATH_STATEMENT.at(
                    pair.name(),
                    "The path's statement was run, and the database still has not " + statement.goal() + ". SQL: "
                            + statement.sql());
        }
    }

    private void run(String sql) {
        workplace.journal().append(Event.SQL_RUN, "database", pair.name(), "sql", sql);
        workplace.copier().apply(pair.staging(), Collections.singletonList(sql));
        statements++;
    }
}
