package org.carbonupgrade.dbcopy.digest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class RowDigestTest {

    @Test
    public void tellsRowsApartThatLookAlike() {
        assertNotEquals(row("ab", "c"), row("a", "bc"));
        assertNotEquals(row((Object) null), row(""));
        assertNotEquals(row(1L), row("1"));
        assertNotEquals(row("a", null), row(null, "a"));
        assertNotEquals(row(0.0), row(-0.0));
        assertNotEquals(row("\uD800"), row("\uDC00"));
        assertNotEquals(row(new byte[0]), row(""));
        assertNotEquals(row((Object) new Object[] {"a", "b"}), row("a", "b"));
    }

    @Test
    public void readsALargeObjectAsItsContentHoweverItComes() {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        char[] chars = new char[50_000];
        Arrays.fill(chars, '\u20ac');
        assertEquals(row((Object) bytes), row(new ByteArrayInputStream(bytes)));
        assertEquals(row(new String(chars)), row(new StringReader(new String(chars))));
    }

    @Test
    public void sumsWithoutOrderAndKeepsRowsThatStandTwice() {
        TableDigest a = row("a");
        TableDigest b = row("b");
        assertEquals(a.plus(b).plus(b), b.plus(a).plus(b));
        assertNotEquals(a.plus(b).plus(b), a);
        assertEquals(3, a.plus(b).plus(b).rows());
    }

    @Test
    public void carriesFromTheLowerHalfToTheHigher() {
        TableDigest almost = new TableDigest(1, 0, -1L);
        assertEquals(new TableDigest(2, 1, 0), almost.plus(new TableDigest(1, 0, 1)));
    }

    @Test
    public void survivesBeingWrittenDown() {
        TableDigest digest = row("x", 3L).plus(row("y", -4L));
        assertEquals(digest, TableDigest.parse(digest.toString()));
    }

    @Test(expected = IllegalArgumentException.class)
    public void refusesTextThatIsNoDigest() {
        TableDigest.parse("12:nonsense");
    }

    private static TableDigest row(Object... values) {
        RowDigest row = new RowDigest();
        for (Object value : values) {
            row.value(value);
        }
        return row.finish();
    }
}
