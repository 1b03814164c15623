package org.carbonupgrade.internal.plan;

import java.util.Arrays;
import java.util.Comparator;

/** Finds the known key that somebody may have meant: that with the fewest letters to change. */
final class NearestKey {

    private NearestKey() {}

    static KnownKey to(String written, KnownKey[] known) {
        return Arrays.stream(known)
                .min(Comparator.comparingInt(key -> changes(written, key.key())))
                .orElseThrow(IllegalStateException::new);
    }

    /** Levenshtein's distance, row by row. */
    private static int changes(String from, String to) {
        int[] above = new int[to.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
