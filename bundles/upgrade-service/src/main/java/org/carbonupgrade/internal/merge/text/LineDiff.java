package org.carbonupgrade.internal.merge.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where two sequences of lines differ, choosing among equally short answers as git does.
 *
 * <p>Time and memory stay near linear for any input: long stretches are first cut at the lines that are unique in both,
 * and a stretch that is still long and shares nothing unique counts as one big difference.
 */
public final class LineDiff {

    /** Up to here the quadratic memory of the plain algorithm is no matter (a few megabytes). */
    private static final int SHORT = 1_000;

    /** Up to here the quadratic time of the linear-space algorithm is no matter (below a second). */
    private static final int LONG = 12_000;

    private LineDiff() {}

    /** The differences in ascending order; no two of them touch. */
    public static List<Hunk> between(List<String> one, List<String> other) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] a = numbered(one, numbers);
        int[] b = numbered(other, numbers);
        int head = 0;
        while (head < a.length && head < b.length && a[head] == b[head]) {
            head++;
        }
        int tail = 0;
        while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] == b[b.length - 1 - tail]) {
            tail++;
        }
        List<Hunk> hunks = new ArrayList<>();
        Stretch changed = new Stretch(a, head, a.length - tail, b, head, b.length - tail);
        if (changed.size() <= SHORT) {
            compare(changed, hunks);
        } else {
            for (Stretch part : changed.cutAtUniqueLines()) {
                compare(part, hunks);
            }
        }
        return new HunkSlider(a, b).slide(hunks);
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        int[] numbered = new int[lines.size()];
        int i = 0;
        for (String line : lines) {
            Integer number = numbers.get(line);
            if (number == null) {
                number = numbers.size();
                numbers.put(line, number);
            }
            numbered[i++] = number;
        }
        return numbered;
    }

    private static void compare(Stretch part, List<Hunk> hunks) {
        if (part.isEmpty()) {
            return;
        }
        if (part.isOneSided() || part.size() > LONG) {
            hunks.add(part.asHunk());
            return;
        }
        DiffAlgorithmI<Integer> algorithm = part.size() <= SHORT ? new MyersDiff<>() : new MyersDiffWithLinearSpace<>();
        List<Change> changes = algorithm.computeDiff(part.ones(), part.others(), null);
        changes.sort((x, y) -> x.startOriginal != y.startOriginal
                ? Integer.compare(x.startOriginal, y.startOriginal)
                : Integer.compare(x.startRevised, y.startRevised));
        for (Change change : changes) {
            hunks.add(part.hunk(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised));
        }
    }
}
