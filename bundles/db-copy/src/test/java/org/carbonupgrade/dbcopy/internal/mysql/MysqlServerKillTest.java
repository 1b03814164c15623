package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.Random;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.ServerKills;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.itests.databases.MysqlFamilyServer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * The staging server is killed while a copy is at work; this one, as it is set, forgets the commits of the last second then. The
 * copy goes on when it is back. Tables without transactions, which a server that dies leaves broken, are not among these.
 */
public class MysqlServerKillTest extends MysqlTest {

    private static final int KILLS =
            Integer.getInteger("carbonupgrade.serverkills", Boolean.getBoolean("carbonupgrade.endurance") ? 10 : 1);
    private static final int MOVES = 30;

    private MysqlFamilyServer stagingServer;
    private DatabaseSpec target;

    @Before
    public void startTheServer() throws Exception {
        stagingServer = MysqlTestServer.another();
        startAnew();
        target = spec("STAGING", stagingSchema)
                .url(driver.url(stagingServer.port(), stagingSchema))
                .build();
    }

    @After
    public void endTheServer() {
        stagingServer.close();
    }

    @Test
    public void goesOnWhenTheServerIsKilled() throws Exception {
        int rows = MysqlRows.fill(server.port(), oldSchema, "InnoDB");
        String expected = dump(oldSchema);
        ServerKills kills =
                new ServerKills(new CopyRequest(old, target, UPGRADE, 3), new ChunkLimits(MysqlRows.CHUNK, 16 << 20));
        while (kills.struck() < KILLS) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            String message = "MariaDB killed: seed " + seed;
            System.out.println(message);

            CopyResult copied = kills.copy(new Random(seed), MOVES, () -> {
                stagingServer.kill();
                stagingServer.restart();
            });

            assertEquals(message, rows, copied.rows());
            assertTrue(
                    message,
                    copier.compare(new CompareRequest(old, target, 2), Progress.NONE)
                            .equal());
            assertEquals(message, expected, MysqlDump.of(stagingServer, stagingSchema));
            startAnew();
        }
        System.out.println(kills.alone() + " of " + kills.struck() + " copies went on by themselves");
    }

    private void startAnew() throws Exception {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, stagingServer.port(), "")) {
            Sessions.execute(
                    connection, "DROP DATABASE IF EXISTS " + stagingSchema, "CREATE DATABASE " + stagingSchema);
        }
    }
}
