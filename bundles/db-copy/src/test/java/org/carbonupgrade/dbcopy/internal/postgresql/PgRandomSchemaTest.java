package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.Random;
import java.util.TimeZone;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.After;
import org.junit.Test;

/** Whatever a seed makes of a database is carried, in any time zone and with parts of any size. */
public class PgRandomSchemaTest extends PgTest {

    private static final int SEEDS =
            Boolean.getBoolean("carbonupgrade.endurance") ? 150 : Integer.getInteger("seeds", 3);
    private static final String[] ZONES = {"UTC", "America/Sao_Paulo", "Pacific/Apia"};

    private final TimeZone zone = TimeZone.getDefault();

    @After
    public void putTheTimeZoneBack() {
        TimeZone.setDefault(zone);
    }

    @Test
    public void carriesWhateverASeedMakes() throws Exception {
        Long given = Long.getLong("seed");
        for (int i = 0; i < (given == null ? SEEDS : 1); i++) {
            carries(given == null ? new Random().nextInt(1_000_000) : given);
            dropTheDatabases();
            makeTheDatabases();
        }
    }

    private void carries(long seed) throws Exception {
        String message = "pgjdbc " + driver + " seed " + seed;
        System.out.println(message);
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES[(int) (seed % ZONES.length)]));
        sql(old, PgRandomSchema.of(seed, server.version()).toArray(new String[0]));
        DatabaseCopier copier = new JdbcDatabaseCopier(new ChunkLimits(1 + (int) (seed % 50), 1 + seed % 5000));

        CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);
        CompareResult compared = copier.compare(new CompareRequest(old, staging, 2), Progress.NONE);

        assertEquals(message, Collections.emptyList(), copied.notCarried());
        assertEquals(message, "[]", compared.schema().toString());
        assertTrue(message, compared.equal());
        if (PgDump.exists()) {
            assertEquals(message, dump(old), dump(staging));
        }
    }
}
