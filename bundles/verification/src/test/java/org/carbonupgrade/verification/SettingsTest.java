package org.carbonupgrade.verification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class SettingsTest {

    @Test
    public void namesTheNumberThatIsOutOfItsRange() {
        Exception none = assertThrows(IllegalArgumentException.class, () -> new Settings(2, 0, 2, 2));
        assertEquals("usersPerStore is 0, not within 1 and 1000", none.getMessage());
        Exception many = assertThrows(IllegalArgumentException.class, () -> new Settings(2, 3, 1001, 2));
        assertEquals("tenants is 1001, not within 0 and 1000", many.getMessage());
    }

    @Test
    public void nothingToMakeIsAllowed() {
        assertEquals(0, new Settings(0, 1, 0, 0).tenants());
    }
}
