package org.carbonupgrade.verification.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.verification.Status;
import org.junit.Test;

public class CodeTest {

    @Test
    public void everyCodeCanTellAProblemAndHowToMendIt() {
        for (Code code : Code.values()) {
            assertTrue(code.name(), code.name().startsWith("VF_"));
            if (code != Code.VF_OK) {
                assertEquals(Status.FAIL, code.fail("something").status());
                assertEquals(Status.COULD_NOT_RUN, code.couldNotRun("something").status());
                assertTrue(code.name(), code.warn("something").remedy().endsWith("."));
            }
        }
    }
}
