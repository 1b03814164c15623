package org.carbonupgrade.verification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.stream.Stream;
import org.junit.Test;

public class StatusTest {

    @Test
    public void aFindingThatSomethingIsWrongOutweighsOneThatCouldNotBeMade() {
        assertEquals(Status.FAIL, Status.worst(Stream.of(Status.OK, Status.FAIL, Status.COULD_NOT_RUN, Status.WARN)));
        assertEquals(Status.COULD_NOT_RUN, Status.worst(Stream.of(Status.WARN, Status.COULD_NOT_RUN, Status.OK)));
        assertEquals(Status.WARN, Status.worst(Stream.of(Status.OK, Status.WARN)));
    }

    @Test
    public void nothingIsOk() {
        assertEquals(Status.OK, Status.worst(Stream.empty()));
    }

    @Test
    public void whatCouldNotRunFailsLikeAFailure() {
        assertTrue(Status.COULD_NOT_RUN.isFailure());
        assertTrue(Status.FAIL.isFailure());
        assertFalse(Status.WARN.isFailure());
        assertFalse(Status.OK.isFailure());
    }
}
