package org.carbonupgrade.internal.database;

import java.util.Collections;
import java.util.List;
import org.carbonupgrade.Finding;
import org.carbonupgrade.UpgradeException;

/** The databases of the old home with their staging databases, and what stands in the way of others. Immutable. */
public final class Databases {

    private final List<DatabasePair> pairs;
    private final List<Finding> problems;

    Databases(List<DatabasePair> pairs, List<Finding> problems) {
        this.pairs = Collections.unmodifiableList(pairs);
        this.problems = Collections.unmodifiableList(problems);
    }

    /** Those that were understood; unmodifiable. */
    public List<DatabasePair> pairs() {
        return pairs;
    }

    /** Why others were not; unmodifiable. */
    public List<Finding> problems() {
        return problems;
    }

    /**
     * All of them.
     *
     * @throws UpgradeException the first problem, if there is any
     */
    public List<DatabasePair> complete() {
        if (!problems.isEmpty()) {
            Finding problem = problems.get(0);
            throw new UpgradeException(problem.code(), problem.what(), problem.where(), problem.remedy(), true, null);
        }
        return pairs;
    }
}
