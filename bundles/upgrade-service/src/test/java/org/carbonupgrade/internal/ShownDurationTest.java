package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.junit.Test;

public class ShownDurationTest {

    @Test
    public void isAsExactAsItsLengthMakesSense() {
        assertEquals("0.000 s", ShownDuration.of(Duration.ZERO));
        assertEquals("0.034 s", ShownDuration.of(Duration.ofMillis(34)));
        assertEquals("59.999 s", ShownDuration.of(Duration.ofMillis(59_999)));
        assertEquals("3 min 20 s", ShownDuration.of(Duration.ofMillis(200_900)));
        assertEquals("2 h 5 min", ShownDuration.of(Duration.ofSeconds(7_530)));
        assertEquals("30 h 0 min", ShownDuration.of(Duration.ofHours(30)));
    }
}
