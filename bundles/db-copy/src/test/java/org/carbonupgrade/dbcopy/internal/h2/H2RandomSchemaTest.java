package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/** Whatever a seed makes of a database is carried, in any time zone and with chunks of any size. */
public class H2RandomSchemaTest extends H2Test {

    private static final int SEEDS = Boolean.getBoolean("carbonupgrade.endurance") ? 300 : 5;

    private static final String[] ZONES = {"UTC", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata"};

    private final TimeZone zone = TimeZone.getDefault();

    @After
    public void putTheTimeZoneBack() {
        TimeZone.setDefault(zone);
    }

    /** Seeds that once failed; or one to look into, as {@code -DargLine=-Dseed=…}. */
    @Test
    public void carriesWhatOnceFailed() throws Exception {
        for (String seed : System.getProperty("seed", "57776").split(",")) {
            carries(Long.parseLong(seed));
        }
    }

    @Test
    public void carriesWhateverASeedMakes() throws Exception {
        for (int i = 0; i < SEEDS; i++) {
            carries(new Random().nextInt(1_000_000));
        }
    }

    @Test
    public void clonesWhateverASeedMakes() throws Exception {
        strategy = CopyRequest.Strategy.CLONE;
        for (int i = 0; i < SEEDS / 2; i++) {
            carries(new Random().nextInt(1_000_000));
        }
    }

    private void carries(long seed) throws Exception {
        System.out.println("H2 " + version + " seed " + seed);
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES[(int) (seed % ZONES.length)]));
        H2 h2 = H2.fresh(version);
        old = spec("OLD", seed + "/old").snapshots(path("snapshots")).build();
        staging = spec("STAGING", seed + "/new").build();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        h2.with(path(seed + "/old"), connection -> assertTrue(new RandomSchema(h2, connection, seed).make() > 5));

        DatabaseCopier fresh =
                new JdbcDatabaseCopier(new ChunkLimits(1 + (int) (seed % 50), 1 + (int) (seed % 100_000)));
        CopyResult copied = fresh.copy(new CopyRequest(old, staging, UPGRADE, 1, strategy), Progress.NONE);
        CompareResult compared = fresh.compare(new CompareRequest(old, staging, 1), Progress.NONE);

        String message = "H2 " + version + " seed " + seed;
        assertEquals(message, Collections.emptyList(), copied.notCarried());
        assertEquals(message, "[]", compared.schema().toString());
        assertTrue(message, compared.equal());
        h2.with(path(seed + "/old"), connection -> expected.addAll(H2Dump.of(connection)));
        h2.with(path(seed + "/new"), connection -> actual.addAll(H2Dump.of(connection)));
        assertEquals(message, String.join("\n", expected), String.join("\n", actual));
    }
}
