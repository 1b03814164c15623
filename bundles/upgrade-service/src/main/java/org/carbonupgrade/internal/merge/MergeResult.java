package org.carbonupgrade.internal.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a merge came to: the file, what was changed in it and why, and what only the operator can decide. */
public final class MergeResult {

    private final byte[] content;
    private final List<Change> changes;
    private final List<Conflict> conflicts;
    private final Set<String> unusedDecisions;
    private final String diff;

    MergeResult(byte[] content, MergeLog log, String diff) {
        this.content = content;
        this.changes = Collections.unmodifiableList(new ArrayList<>(log.changes()));
        this.conflicts = Collections.unmodifiableList(new ArrayList<>(log.conflicts()));
        this.unusedDecisions = Collections.unmodifiableSet(new LinkedHashSet<>(log.unusedDecisions()));
        this.diff = diff;
    }

    /**
     * The merged file; null if there is to be none. May be one of the arrays of the input. While there are conflicts,
     * it has the new version's text in their places and is not to be written.
     */
    public byte[] content() {
        return content;
    }

    /** Whether nothing is left to decide. */
    public boolean isClean() {
        return conflicts.isEmpty();
    }

    /** What is different from the new version's file, and why; also what was left behind, and why. */
    public List<Change> changes() {
        return changes;
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** Paths of decisions that met no conflict: misspelt, or not in dispute any more. */
    public Set<String> unusedDecisions() {
        return unusedDecisions;
    }

    /**
     * A unified diff from the new version's file to the result, secrets blotted out; empty if they are equal, binary,
     * or over 2 MB. For people: a blotted diff can't be applied.
     */
    public String diff() {
        return diff;
    }

    @Override
    public String toString() {
        return changes.size() + " changes, " + conflicts.size() + " conflicts";
    }
}
