package org.carbonupgrade.verification.internal.osgi;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.verification.VerificationListener;
import org.junit.Test;

public class ListenersTest {

    @Test
    public void oneThatFailsKeepsNoOtherFromBeingTold() {
        List<String> told = new ArrayList<>();
        VerificationListener gone = report -> told.add("gone");
        Listeners listeners = new Listeners();
        listeners.add(report -> {
            throw new IllegalStateException("broken");
        });
        listeners.add(report -> told.add("second"));
        listeners.add(gone);
        listeners.remove(gone);

        listeners.accept(null);

        assertEquals("[second]", told.toString());
    }
}
