package org.carbonupgrade.internal.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what a merge does and where it can't decide, and knows what the operator has decided. */
public final class MergeLog {

    private static final String BY_OPERATOR = "the operator decided for the ";

    private final Decisions decisions;
    private final List<Change> changes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, Integer> disputed = new HashMap<>();

    MergeLog(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Notes a change. The description must not hold a secret. */
    public void changed(String path, ChangeKind kind, String description, String reason) {
        changes.add(new Change(path, kind, description, reason));
    }

    /**
     * Puts a conflict to the operator.
     *
     * @return the side that the operator has chosen; {@link Side#NEW} for the time being if none was
     */
    public Side dispute(Conflict asked) {
        int times = disputed.merge(asked.path(), 1, Integer::sum);
        Conflict conflict = times == 1
                ? asked
                : new Conflict(asked.path() + "#" + times, asked.kind(), asked.base(), asked.old(), asked.fresh());
        Side side = decisions.at(conflict.path());
        if (side == null) {
            conflicts.add(conflict);
            return Side.NEW;
        }
        ChangeKind kind = side == Side.OLD ? ChangeKind.VALUE : ChangeKind.KEPT_NEW;
        String chosen = side == Side.OLD ? conflict.old() : conflict.fresh();
        changed(
                conflict.path(),
                kind,
                chosen == null ? "left out" : "taken: " + chosen,
                BY_OPERATOR + (side == Side.OLD ? "customer's version" : "new version"));
        return side;
    }

    List<Change> changes() {
        return changes;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** Decisions about paths at which there is nothing to decide. */
    Set<String> unusedDecisions() {
        Set<String> unused = new LinkedHashSet<>(decisions.paths());
        disputed.forEach((path, times) -> {
            unused.remove(path);
            for (int i = 2; i <= times; i++) {
                unused.remove(path + "#" + i);
            }
        });
        return unused;
    }
}
