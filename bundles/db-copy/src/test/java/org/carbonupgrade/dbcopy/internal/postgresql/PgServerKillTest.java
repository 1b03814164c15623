package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.ServerKills;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/**
 * The staging server is killed while a copy is at work, as a whole or one of its processes: it forgets the last commits then, which
 * our sessions do not wait for. The copy goes on when it is back.
 */
@RunWith(JUnit4.class)
public class PgServerKillTest extends PgTest {

    private static final int KILLS =
            Integer.getInteger("carbonupgrade.serverkills", Boolean.getBoolean("carbonupgrade.endurance") ? 10 : 2);
    private static final int MOVES = 50;

    private PgServer stagingServer;
    private DatabaseSpec target;

    @Before
    public void startTheServer() throws Exception {
        PgRows.fill(this::sql, old);
        stagingServer = PgServer.another();
        stagingServer.execute(
                PgServer.ADMIN,
                "postgres",
                "CREATE ROLE " + PgServer.USER + " LOGIN PASSWORD '" + PgServer.PASSWORD + "'");
        makeTarget();
        target = spec(staging.name()).url(stagingServer.url(staging.name())).build();
    }

    @After
    public void endTheServer() {
        stagingServer.stop();
    }

    @Test
    public void goesOnWhenTheServerIsKilled() throws Exception {
        ServerKills kills =
                new ServerKills(new CopyRequest(old, target, UPGRADE, 3), new ChunkLimits(5000, PgRows.CHUNK));
        for (int round = 0; kills.struck() < KILLS; round++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            String message = "round " + round + " seed " + seed;
            System.out.println("PostgreSQL killed: " + message);
            Random random = new Random(seed);
            boolean whole = round % 2 == 0;

            CopyResult copied = kills.copy(random, MOVES, () -> {
                if (whole) {
                    stagingServer.kill();
                    stagingServer.restart();
                } else {
                    killASession(random);
                }
            });

            assertEquals(message, PgRows.ROWS, copied.rows());
            assertTrue(
                    message,
                    copier.compare(new CompareRequest(old, target, 2), Progress.NONE)
                            .equal());
            if (PgDump.exists()) {
                assertEquals(message, dump(old), PgDump.of(stagingServer, target.name()));
            }
            stagingServer.execute(PgServer.ADMIN, "postgres", "DROP DATABASE " + target.name() + " WITH (FORCE)");
            makeTarget();
        }
        System.out.println(kills.alone() + " of " + kills.struck() + " copies went on by themselves");
    }

    private void makeTarget() throws Exception {
        stagingServer.execute(
                PgServer.ADMIN, "postgres", "CREATE DATABASE " + staging.name() + " OWNER " + PgServer.USER);
    }

    private void killASession(Random random) throws Exception {
        for (List<String> ours = sessions(); !ours.isEmpty(); ours = sessions()) {
            if (stagingServer.kill(ours.get(random.nextInt(ours.size())))) {
                return;
            }
        }
    }

    private List<String> sessions() throws Exception {
        List<String> ours = new ArrayList<>();
        try (Connection connection = stagingServer.connect(PgServer.ADMIN, "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity WHERE usename = '" + PgServer.USER + "'")) {
            while (row.next()) {
                ours.add(row.getString(1));
            }
        }
        return ours;
    }
}
