package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.Random;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.Test;

/** Whatever can be thrown together arrives as it was, says MariaDB's own dump. */
public class MysqlRandomSchemaTest extends MysqlTest {

    private static final int SEEDS = Boolean.getBoolean("carbonupgrade.endurance") ? 300 : 5;

    /** Seeds that have shown a mistake. */
    private static final long[] KEPT = {899766, 673579, 342655, 978319, 409831, 363499};

    @Test
    public void carriesSchemasThatSeedsDecide() throws Exception {
        if (Long.getLong("seed") != null) {
            carries(Long.getLong("seed"));
            return;
        }
        for (long seed : KEPT) {
            carries(seed);
        }
        Random seeds = new Random();
        for (int i = 0; i < SEEDS; i++) {
            carries(seeds.nextInt(1_000_000));
        }
    }

    private void carries(long seed) throws Exception {
        Way way = Way.valueOf(System.getProperty("way", Way.values()[(int) (seed / 4 % 3)].name()));
        String message = MysqlTestServer.name() + " seed " + seed + " " + way;
        System.out.println(message);
        driver = DriverJar.values()[(int) (seed % DriverJar.values().length)];
        goBy(way);
        for (String schema : new String[] {oldSchema, stagingSchema}) {
            admin("DROP DATABASE " + schema, "CREATE DATABASE " + schema + " CHARACTER SET latin1");
        }
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), oldSchema)) {
            assertTrue(message, new MysqlRandomSchema(connection, seed).make() > 2);
        }
        copier = new JdbcDatabaseCopier(new ChunkLimits(1 + (int) (seed % 50), 1 + (int) (seed % 100_000)));
        CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 1 + (int) (seed % 3)), Progress.NONE);
        CompareResult compared = copier.compare(new CompareRequest(old, staging, 1 + (int) (seed % 3)), Progress.NONE);

        assertEquals(message, "", told(compared.schema()));
        assertEquals(
                message,
                "[]",
                compared.tables().stream()
                        .filter(table -> !table.equal())
                        .collect(Collectors.toList())
                        .toString());
        // What belongs to the user who reads it belongs to the staging database's user there.
        assertEquals(
                message,
                dump(oldSchema),
                dump(stagingSchema)
                        .replace("DEFINER=\"" + stagingUser + "\"", "DEFINER=\"" + MysqlTestServer.USER + "\""));
        assertEquals(message, "[]", copied.notCarried().toString());
    }
}
