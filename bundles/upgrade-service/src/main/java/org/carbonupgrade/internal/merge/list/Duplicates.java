package org.carbonupgrade.internal.merge.list;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Entries of one list that can't be told from each other: empty comment lines, repeated headings. */
public final class Duplicates {

    private Duplicates() {}

    /**
     * Lets both sides have dropped the same one of several equal entries: if one dropped the first and the other the
     * second, the pairing only happened to see it so.
     *
     * @param label equal for entries that can't be told from each other, in all three lists
     */
    public static <T> void reconcile(List<T> base, Pairs<T> baseOld, Pairs<T> baseFresh, Function<T, String> label) {
        Map<String, Deque<T>> keptByCustomer = new HashMap<>();
        for (T entry : base) {
            if (baseOld.right(entry) != null && baseFresh.right(entry) == null) {
                keptByCustomer
                        .computeIfAbsent(label.apply(entry), name -> new ArrayDeque<>())
                        .add(entry);
            }
        }
        for (T entry : keptByCustomer.isEmpty() ? new ArrayDeque<T>() : base) {
            if (baseOld.right(entry) == null && baseFresh.right(entry) != null) {
                String name = label.apply(entry);
                Deque<T> others = keptByCustomer.get(name);
                if (others != null
                        && !others.isEmpty()
                        && label.apply(baseFresh.right(entry)).equals(name)) {
                    baseFresh.move(entry, others.poll());
                }
            }
        }
    }

    /** The labels that stand more than once. */
    public static <T> Set<String> labels(List<T> entries, Function<T, String> label) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (T entry : entries) {
            String name = label.apply(entry);
            if (!seen.add(name)) {
                repeated.add(name);
            }
        }
        return repeated;
    }
}
