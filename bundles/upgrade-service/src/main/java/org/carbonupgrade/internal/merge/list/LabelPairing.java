package org.carbonupgrade.internal.merge.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carbonupgrade.internal.merge.text.Hunk;
import org.carbonupgrade.internal.merge.text.LineDiff;

/** Pairs the entries of two lists that carry the same label. */
public final class LabelPairing<T> {

    private final List<T> left;
    private final List<T> right;
    private final Pairs<T> pairs;

    /** @param pairs what is paired already, and takes what is found */
    public LabelPairing(List<T> left, List<T> right, Pairs<T> pairs) {
        this.left = left;
        this.right = right;
        this.pairs = pairs;
    }

    /** Pairs entries whose label stands once in each whole list, wherever they stand. */
    public void pairUnique(Function<T, String> label) {
        Map<String, T> rights = unique(right, label);
        unique(left, label).forEach((name, entry) -> {
            T partner = rights.get(name);
            if (partner != null && pairs.right(entry) == null && pairs.left(partner) == null) {
                pairs.put(entry, partner);
            }
        });
    }

    private static <T> Map<String, T> unique(List<T> entries, Function<T, String> label) {
        Map<String, T> unique = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (T entry : entries) {
            String name = label.apply(entry);
            unique.put(name, entry);
            counts.merge(name, 1, Integer::sum);
        }
        unique.keySet().removeIf(name -> counts.get(name) > 1);
        return unique;
    }

    /** Pairs entries of equal labels: first those that keep their order, then what is left of each label in turn. */
    public void pairAligned(Function<T, String> label) {
        List<String> leftLabels = labels(left, label);
        List<String> rightLabels = labels(right, label);
        int i = 0;
        int j = 0;
        List<Hunk> hunks = new ArrayList<>(LineDiff.between(leftLabels, rightLabels));
        for (Hunk hunk : hunks) {
            while (i < hunk.from()) {
                pairIfFree(left.get(i++), right.get(j++));
            }
            i = hunk.to();
            j = hunk.otherTo();
        }
        while (i < left.size()) {
            pairIfFree(left.get(i++), right.get(j++));
        }
        pairInTurn(leftLabels, rightLabels);
    }

    private static <T> List<String> labels(List<T> entries, Function<T, String> label) {
        List<String> labels = new ArrayList<>();
        for (T entry : entries) {
            labels.add(label.apply(entry));
        }
        return labels;
    }

    private void pairIfFree(T one, T other) {
        if (pairs.right(one) == null && pairs.left(other) == null) {
            pairs.put(one, other);
        }
    }

    private void pairInTurn(List<String> leftLabels, List<String> rightLabels) {
        Map<String, Deque<T>> free = new HashMap<>();
        for (int j = 0; j < right.size(); j++) {
            if (pairs.left(right.get(j)) == null) {
                free.computeIfAbsent(rightLabels.get(j), name -> new ArrayDeque<>())
                        .add(right.get(j));
            }
        }
        for (int i = 0; i < left.size(); i++) {
            Deque<T> candidates = free.get(leftLabels.get(i));
            if (pairs.right(left.get(i)) == null && candidates != null && !candidates.isEmpty()) {
                pairs.put(left.get(i), candidates.poll());
            }
        }
    }
}
