package org.carbonupgrade.internal.merge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of each of two sequences that is to be compared by itself. */
final class Stretch {

    private final int[] a;
    private final int from;
    private final int to;
    private final int[] b;
    private final int otherFrom;
    private final int otherTo;

    Stretch(int[] a, int from, int to, int[] b, int otherFrom, int otherTo) {
        this.a = a;
        this.from = from;
        this.to = to;
        this.b = b;
        this.otherFrom = otherFrom;
        this.otherTo = otherTo;
    }

    int size() {
        return to - from + otherTo - otherFrom;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    boolean isOneSided() {
        return from == to || otherFrom == otherTo;
    }

    Hunk asHunk() {
        return new Hunk(from, to, otherFrom, otherTo);
    }

    Hunk hunk(int start, int end, int otherStart, int otherEnd) {
        return new Hunk(start, end, otherStart, otherEnd).plus(from, otherFrom);
    }

    List<Integer> ones() {
        return boxed(a, from, to);
    }

    List<Integer> others() {
        return boxed(b, otherFrom, otherTo);
    }

    private static List<Integer> boxed(int[] lines, int from, int to) {
        List<Integer> boxed = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            boxed.add(lines[i]);
        }
        return boxed;
    }

    /** The parts between the lines that stand once on each side, as far as these keep their order (patience diff). */
    List<Stretch> cutAtUniqueLines() {
        List<Stretch> parts = new ArrayList<>();
        int i = from;
        int j = otherFrom;
        for (int[] pair : inOrder(uniquePairs())) {
            int end = pair[0];
            int otherEnd = pair[1];
            while (end > i && otherEnd > j && a[end - 1] == b[otherEnd - 1]) {
                end--;
                otherEnd--;
            }
            parts.add(new Stretch(a, i, end, b, j, otherEnd));
            i = pair[0] + 1;
            j = pair[1] + 1;
        }
        parts.add(new Stretch(a, i, to, b, j, otherTo));
        return parts;
    }

    private List<int[]> uniquePairs() {
        Map<Integer, int[]> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            int[] place = places.computeIfAbsent(a[i], line -> new int[] {0, 0, 0, 0});
            place[0]++;
            place[1] = i;
        }
        for (int j = otherFrom; j < otherTo; j++) {
            int[] place = places.get(b[j]);
            if (place != null) {
                place[2]++;
                place[3] = j;
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int[] place = places.get(a[i]);
            if (place[0] == 1 && place[2] == 1) {
                pairs.add(new int[] {i, place[3]});
            }
        }
        return pairs;
    }

    private static List<int[]> inOrder(List<int[]> pairs) {
        int[] others = new int[pairs.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = pairs.get(i)[1];
        }
        List<int[]> ordered = new ArrayList<>();
        for (int index : Ascending.longest(others)) {
            ordered.add(pairs.get(index));
        }
        return Arrays.asList(ordered.toArray(new int[0][]));
    }
}
