package org.carbonupgrade.dbcopy.internal.copy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;

public class RetoldTest {

    private final List<String> heard = new ArrayList<>();
    private final Retold told = new Retold(new Progress() {
        @Override
        public void expect(long rows) {
            heard.add("expect " + rows);
        }

        @Override
        public void moved(long rows, long bytes) {
            heard.add("moved " + rows + " " + bytes);
        }

        @Override
        public void waits(String why) {
            heard.add(why);
        }
    });

    @Test
    public void tellsOfWorkThatIsBegunAgainOnlyWhatIsNew() {
        assertFalse(told.again());
        told.expect(100);
        told.moved(60, 600);
        told.waits("lost");
        assertTrue(told.again());
        told.expect(100);
        told.moved(50, 500);
        told.moved(50, 500);

        assertEquals(Arrays.asList("expect 100", "moved 60 600", "lost", "moved 40 400"), heard);
    }
}
