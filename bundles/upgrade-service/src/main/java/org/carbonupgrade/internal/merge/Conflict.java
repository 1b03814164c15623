package org.carbonupgrade.internal.merge;

import java.util.Objects;

/**
 * One place that the merge must not decide by itself. Never holds a secret: where a value is one, the texts show that
 * it differs, not what it is.
 */
public final class Conflict {

    /** Why the merge can't decide. */
    public enum Kind {
        /** The customer and the new version changed the same thing differently. */
        BOTH_CHANGED,
        /** The customer and the new version added the same thing differently. */
        BOTH_ADDED,
        /** The customer took out what the new version changed. */
        REMOVED_BY_CUSTOMER,
        /** The new version took out what the customer changed. */
        REMOVED_BY_NEW_VERSION,
        /** The customer and the new version moved the same thing to different places. */
        BOTH_MOVED,
        /** The old version's vanilla file is not known, so nobody can tell a change from a default. */
        NO_BASE
    }

    private final String path;
    private final Kind kind;
    private final String base;
    private final String old;
    private final String fresh;

    /**
     * @param path names the place for {@link Decisions}; empty for the whole file
     * @param base the vanilla old version's text, secrets blotted out; null if it has none or none is known
     * @param old the customer's; null if it has none
     * @param fresh the new version's; null if it has none
     */
    public Conflict(String path, Kind kind, String base, String old, String fresh) {
        this.path = Objects.requireNonNull(path, "path");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.base = base;
        this.old = old;
        this.fresh = fresh;
    }

    /** Names the place for {@link Decisions}; unique in a file; empty for the whole file. */
    public String path() {
        return path;
    }

    public Kind kind() {
        return kind;
    }

    /** The vanilla old version's text, or null. */
    public String base() {
        return base;
    }

    /** The customer's text, or null. */
    public String old() {
        return old;
    }

    /** The new version's text, or null. */
    public String fresh() {
        return fresh;
    }

    @Override
    public String toString() {
        return kind + " " + path + ": base " + base + ", old " + old + ", new " + fresh;
    }
}
