package org.carbonupgrade.itests.population.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class SeededContentTest {

    private static final List<String> NAMES = Arrays.asList("a", "b", "c", "d", "e");

    @Test
    public void sameSeedGivesTheSame() {
        SeededContent one = new SeededContent(7);
        SeededContent other = new SeededContent(7);
        assertEquals(one.password(), other.password());
        assertEquals(one.word(), other.word());
        assertEquals(one.pick(NAMES, 3), other.pick(NAMES, 3));
        assertArrayEquals(one.bytes(100), other.bytes(100));
    }

    @Test
    public void anotherSeedAndAnotherPlaceGiveOthers() {
        SeededContent content = new SeededContent(7);
        String password = content.password();
        assertNotEquals(password, content.password());
        assertNotEquals(password, new SeededContent(8).password());
    }

    @Test
    public void passwordsAreWhatTheServerAccepts() {
        SeededContent content = new SeededContent(7);
        for (int i = 0; i < 1000; i++) {
            String password = content.password();
            assertTrue(password, password.matches("^[\\S]{5,30}$"));
        }
    }
}
