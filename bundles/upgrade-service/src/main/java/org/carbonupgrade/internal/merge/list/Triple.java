package org.carbonupgrade.internal.merge.list;

import java.util.ArrayList;
import java.util.List;

/** One entry as the vanilla old version, the customer and the new version have it; null where one of them has it not. */
public final class Triple<T> {

    private final T base;
    private final T old;
    private final T fresh;

    Triple(T base, T old, T fresh) {
        this.base = base;
        this.old = old;
        this.fresh = fresh;
    }

    /**
     * Joins the entries of three lists.
     *
     * @param baseOld which entries of base and old are the same
     * @param baseFresh which entries of base and new are the same
     * @param oldFresh which entries of old and new are the same although base has them not
     */
    public static <T> List<Triple<T>> join(
            List<T> base, List<T> old, List<T> fresh, Pairs<T> baseOld, Pairs<T> baseFresh, Pairs<T> oldFresh) {
        List<Triple<T>> triples = new ArrayList<>();
        for (T entry : base) {
            triples.add(new Triple<>(entry, baseOld.right(entry), baseFresh.right(entry)));
        }
        for (T entry : baseOld.unpairedRight(old)) {
            triples.add(new Triple<>(null, entry, oldFresh.right(entry)));
        }
        for (T entry : baseFresh.unpairedRight(fresh)) {
            if (oldFresh.left(entry) == null) {
                triples.add(new Triple<>(null, null, entry));
            }
        }
        return triples;
    }

    public T base() {
        return base;
    }

    public T old() {
        return old;
    }

    public T fresh() {
        return fresh;
    }

    /** The entry as somebody has it: the customer, else the new version, else the base. */
    public T any() {
        if (old != null) {
            return old;
        }
        return fresh == null ? base : fresh;
    }

    /** Whether all three have it. */
    public boolean isEverywhere() {
        return base != null && old != null && fresh != null;
    }
}
