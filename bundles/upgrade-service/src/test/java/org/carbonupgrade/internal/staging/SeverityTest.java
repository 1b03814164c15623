package org.carbonupgrade.internal.staging;

import static org.junit.Assert.assertEquals;

import java.util.EnumSet;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.junit.Test;

public class SeverityTest {

    @Test
    public void aMissingTableFailsHoweverTheDatabaseWritesItsName() {
        for (String table : new String[] {"UM_USER", "um_user", "public.um_user", "PUBLIC.UM_USER"}) {
            assertEquals(table, Status.FAIL, ofMissing(table));
        }
        assertEquals(Status.OK, ofMissing("reg_log"));
    }

    private static Status ofMissing(String table) {
        return Severity.of(
                new SchemaDrift(SchemaDrift.Kind.TABLE_MISSING, table, table, "the table is missing", null),
                EnumSet.of(DatabaseUse.USER_MANAGER));
    }
}
