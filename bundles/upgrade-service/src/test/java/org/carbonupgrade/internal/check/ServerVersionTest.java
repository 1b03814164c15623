package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ServerVersionTest {

    @Test
    public void countsWhatChangesWhatAServerUnderstands() {
        assertEquals("mended faults", 0, compare("PostgreSQL", "16.2", "16.10"));
        assertTrue(compare("PostgreSQL", "9.6.24", "9.5.1") > 0);
        assertTrue(compare("PostgreSQL", "PostgreSQL 15.10", "16.4") < 0);
        assertEquals(0, compare("MySQL/MariaDB", "10.11.5-MariaDB", "10.11.9-MariaDB"));
        assertTrue(compare("MySQL/MariaDB", "10.11.5-MariaDB", "10.6.1-MariaDB") > 0);
    }

    @Test
    public void isFoundInWhateverAServerSaysOfItself() {
        String oracle = "Oracle Database 12c Enterprise Edition Release ";
        assertTrue(compare("Oracle", oracle + "12.1.0.2.0", oracle + "12.2.0.1.0") < 0);
        assertTrue(compare("DB2", "SQL11055", "SQL10059") > 0);
        assertEquals(0, compare("Informix", "", "unknown"));
        assertTrue(compare("Informix", "12345678901234567890", "") > 0);
    }

    private static int compare(String type, String one, String other) {
        return ServerVersion.of(type, one).compareTo(ServerVersion.of(type, other));
    }
}
