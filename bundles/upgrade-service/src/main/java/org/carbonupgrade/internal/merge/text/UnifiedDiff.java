package org.carbonupgrade.internal.merge.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the difference of two texts for a report, in the unified format that {@code patch} and {@code git apply} read.
 *
 * <p>What differs is found in the real lines; what is written are the shown lines, in which secrets are blotted out.
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> shownBefore;
    private final List<String> after;
    private final List<String> shownAfter;

    /** @param shownBefore as many lines as {@code before} has; likewise {@code shownAfter} */
    public UnifiedDiff(String before, String shownBefore, String after, String shownAfter) {
        this.before = Texts.lines(before);
        this.shownBefore = Texts.lines(shownBefore);
        this.after = Texts.lines(after);
        this.shownAfter = Texts.lines(shownAfter);
        if (this.before.size() != this.shownBefore.size() || this.after.size() != this.shownAfter.size()) {
            throw new IllegalArgumentException("the lines to show are not those to compare");
        }
    }

    /** The diff with these two names in its head; empty if the texts are equal. */
    public String render(String nameBefore, String nameAfter) {
        List<Hunk> hunks = LineDiff.between(before, after);
        if (hunks.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("--- " + nameBefore + "\n+++ " + nameAfter + "\n");
        List<Hunk> near = new ArrayList<>();
        for (Hunk hunk : hunks) {
            if (!near.isEmpty() && hunk.from() - near.get(near.size() - 1).to() > 2 * CONTEXT) {
                render(near, out);
                near.clear();
            }
            near.add(hunk);
        }
        render(near, out);
        return out.toString();
    }

    private void render(List<Hunk> near, StringBuilder out) {
        Hunk first = near.get(0);
        Hunk last = near.get(near.size() - 1);
        int lead = Math.min(CONTEXT, first.from());
        int trail = Math.min(CONTEXT, before.size() - last.to());
        out.append("@@ -").append(range(first.from() - lead, last.to() + trail));
        out.append(" +")
                .append(range(first.otherFrom() - lead, last.otherTo() + trail))
                .append(" @@\n");
        int at = first.from() - lead;
        for (Hunk hunk : near) {
            lines(' ', shownBefore, at, hunk.from(), out);
            lines('-', shownBefore, hunk.from(), hunk.to(), out);
            lines('+', shownAfter, hunk.otherFrom(), hunk.otherTo(), out);
            at = hunk.to();
        }
        lines(' ', shownBefore, at, last.to() + trail, out);
    }

    /** A range of lines as the format wants it: counted from 1, and from 0 if it is empty. */
    private static String range(int from, int to) {
        return (to == from ? from : from + 1) + "," + (to - from);
    }

    private static void lines(char mark, List<String> lines, int from, int to, StringBuilder out) {
        for (String line : lines.subList(from, to)) {
            out.append(mark).append(line);
            if (!line.endsWith("\n")) {
                out.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
