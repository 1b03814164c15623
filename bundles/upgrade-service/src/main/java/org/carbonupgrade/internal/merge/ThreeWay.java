package org.carbonupgrade.internal.merge;

import java.util.function.BiPredicate;

/** The rule by which every single value is merged. */
public enum ThreeWay {
    /** The new version's value stands: the customer has the same or never changed it. */
    KEEP_NEW,
    /** Only the customer changed it. */
    TAKE_OLD,
    /** Nobody but the operator can say. */
    DISPUTE;

    /**
     * Merges one value; null means that a side has none.
     *
     * @param baseKnown whether {@code base} is known at all; if not, only equal values are settled
     * @param same whether two values that are not null mean the same
     */
    public static <T> ThreeWay of(boolean baseKnown, T base, T old, T fresh, BiPredicate<T, T> same) {
        if (isSame(old, fresh, same)) {
            return KEEP_NEW;
        }
        if (!baseKnown) {
            return DISPUTE;
        }
        if (isSame(base, old, same)) {
            return KEEP_NEW;
        }
        return isSame(base, fresh, same) ? TAKE_OLD : DISPUTE;
    }

    /** What kind of conflict a dispute about these values is. */
    public static Conflict.Kind kind(boolean baseKnown, Object base, Object old, Object fresh) {
        if (!baseKnown) {
            return Conflict.Kind.NO_BASE;
        }
        if (base == null) {
            return Conflict.Kind.BOTH_ADDED;
        }
        if (old == null) {
            return Conflict.Kind.REMOVED_BY_CUSTOMER;
        }
        return fresh == null ? Conflict.Kind.REMOVED_BY_NEW_VERSION : Conflict.Kind.BOTH_CHANGED;
    }

    private static <T> boolean isSame(T one, T other, BiPredicate<T, T> same) {
        return one == null || other == null ? one == other : same.test(one, other);
    }
}
