package org.carbonupgrade.internal.merge;

import java.util.Objects;

/**
 * Three versions of one configuration file, and what the operator decided about it. Immutable; the arrays are not
 * copied and must not be changed.
 */
public final class MergeInput {

    private final String file;
    private final boolean baseKnown;
    private final byte[] base;
    private final byte[] old;
    private final byte[] fresh;
    private final Decisions decisions;
    private final SiteRules rules;

    private MergeInput(
            String file,
            boolean baseKnown,
            byte[] base,
            byte[] old,
            byte[] fresh,
            Decisions decisions,
            SiteRules rules) {
        this.file = Objects.requireNonNull(file, "file");
        this.baseKnown = baseKnown;
        this.base = base;
        this.old = old;
        this.fresh = fresh;
        this.decisions = Objects.requireNonNull(decisions, "decisions");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /**
     * Two versions of a file, with a base that is not known.
     *
     * @param file the path below the home, with slashes: its name says what kind it is, and rules go by it
     * @param old the customer's file in the old home; null if there is none
     * @param fresh the file of the new version; null if there is none
     */
    public static MergeInput of(String file, byte[] old, byte[] fresh) {
        return new MergeInput(file, false, null, old, fresh, Decisions.none(), SiteRules.none());
    }

    /** The same with the vanilla old version's file; null if that version has no such file. */
    public MergeInput withBase(byte[] vanilla) {
        return new MergeInput(file, true, vanilla, old, fresh, decisions, rules);
    }

    /** The same with what the operator decided about conflicts of an earlier merge. */
    public MergeInput withDecisions(Decisions decided) {
        return new MergeInput(file, baseKnown, base, old, fresh, decided, rules);
    }

    /** The same with settings to carry from the old home; they count only as long as the base is not known. */
    public MergeInput withRules(SiteRules carried) {
        return new MergeInput(file, baseKnown, base, old, fresh, decisions, carried);
    }

    String file() {
        return file;
    }

    boolean baseKnown() {
        return baseKnown;
    }

    byte[] base() {
        return base;
    }

    byte[] old() {
        return old;
    }

    byte[] fresh() {
        return fresh;
    }

    Decisions decisions() {
        return decisions;
    }

    SiteRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return file;
    }
}
