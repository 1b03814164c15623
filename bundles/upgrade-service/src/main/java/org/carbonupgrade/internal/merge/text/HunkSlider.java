package org.carbonupgrade.internal.merge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses among the equally right places of a change the one that git chooses: as far down as equal lines allow, but
 * beside a change of the other sequence where there is one. So two sides that inserted the same thing agree on where.
 */
final class HunkSlider {

    private final int[] a;
    private final int[] b;

    HunkSlider(int[] a, int[] b) {
        this.a = a;
        this.b = b;
    }

    /** The same difference with every change in its settled place; changes that then touch have become one. */
    List<Hunk> slide(List<Hunk> hunks) {
        boolean[] removed = new boolean[a.length];
        boolean[] added = new boolean[b.length];
        for (Hunk hunk : hunks) {
            Arrays.fill(removed, hunk.from(), hunk.to(), true);
            Arrays.fill(added, hunk.otherFrom(), hunk.otherTo(), true);
        }
        new Side(a, removed).settle(added);
        new Side(b, added).settle(removed);
        return hunks(removed, added);
    }

    private static List<Hunk> hunks(boolean[] removed, boolean[] added) {
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < removed.length || j < added.length) {
            int from = i;
            int otherFrom = j;
            i = endOfGroup(removed, i);
            j = endOfGroup(added, j);
            if (i > from || j > otherFrom) {
                hunks.add(new Hunk(from, i, otherFrom, j));
            } else {
                i++;
                j++;
            }
        }
        return hunks;
    }

    private static int endOfGroup(boolean[] changed, int start) {
        int end = start;
        while (end < changed.length && changed[end]) {
            end++;
        }
        return end;
    }

    /** One sequence and which of its lines are changed; the changed lines that touch are a group, which slides as a whole. */
    private static final class Side {

        private final int[] lines;
        private final boolean[] changed;
        private int start;
        private int end;
        /** How many unchanged lines stand before the group: its place in terms that both sequences share. */
        private int place;

        Side(int[] lines, boolean[] changed) {
            this.lines = lines;
            this.changed = changed;
        }

        void settle(boolean[] otherChanged) {
            boolean[] groupAt = groupPlaces(otherChanged);
            place = 0;
            end = 0;
            while (end < lines.length) {
                start = end;
                if (!changed[start]) {
                    place++;
                    end++;
                    continue;
                }
                end = endOfGroup(changed, start);
                settleGroup(groupAt);
            }
        }

        private void settleGroup(boolean[] groupAt) {
            int beside;
            int size;
            do {
                size = end - start;
                while (start > 0 && lines[start - 1] == lines[end - 1]) {
                    up();
                }
                beside = groupAt[place] ? place : -1;
                while (end < lines.length && lines[start] == lines[end]) {
                    down();
                    beside = groupAt[place] ? place : beside;
                }
            } while (end - start != size);
            while (beside >= 0 && place > beside) {
                up();
            }
        }

        private void up() {
            changed[--start] = true;
            changed[--end] = false;
            place--;
            while (start > 0 && changed[start - 1]) {
                start--;
            }
        }

        private void down() {
            changed[start++] = false;
            changed[end++] = true;
            place++;
            end = endOfGroup(changed, end);
        }

        private static boolean[] groupPlaces(boolean[] changed) {
            boolean[] groupAt = new boolean[changed.length + 1];
            int place = 0;
            for (boolean lineChanged : changed) {
                if (lineChanged) {
                    groupAt[place] = true;
                } else {
                    place++;
                }
            }
            return groupAt;
        }
    }
}
