package org.carbonupgrade.internal.merge.list;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class DuplicatesTest {

    private static final class Line {

        private final String text;

        Line(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final Line first = new Line("#");
    private final Line second = new Line("#");
    private final List<Line> base = Arrays.asList(first, second);
    private final Line kept = new Line("#");
    private final Pairs<Line> baseOld = new Pairs<>();
    private final Pairs<Line> baseFresh = new Pairs<>();

    @Test
    public void letsBothSidesHaveDroppedTheSameOneOfTwoEqualLines() {
        baseOld.put(second, new Line("#"));
        baseFresh.put(first, kept);
        Duplicates.reconcile(base, baseOld, baseFresh, Line::toString);
        assertSame(kept, baseFresh.right(second));
        assertNull(baseFresh.right(first));
        assertSame(second, baseFresh.left(kept));
    }

    @Test
    public void leavesAloneWhatOneSideChanged() {
        Line changed = new Line("# changed");
        baseOld.put(second, new Line("#"));
        baseFresh.put(first, changed);
        Duplicates.reconcile(base, baseOld, baseFresh, Line::toString);
        assertSame(changed, baseFresh.right(first));
    }

    @Test
    public void knowsWhatStandsMoreThanOnce() {
        assertEquals(Collections.singleton("#"), Duplicates.labels(base, Line::toString));
    }
}
