package org.carbonupgrade.internal.merge.text;

import java.util.Arrays;

/** The longest ascending selection of a sequence of numbers: what kept its order. */
public final class Ascending {

    private Ascending() {}

    /** The indexes of a longest strictly ascending subsequence, ascending themselves; n log n. */
    public static int[] longest(int[] numbers) {
        int[] ends = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[ends[middle]] < numbers[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] longest = new int[length];
        int index = length == 0 ? -1 : ends[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            longest[i] = index;
            index = before[index];
        }
        return Arrays.copyOf(longest, length);
    }
}
