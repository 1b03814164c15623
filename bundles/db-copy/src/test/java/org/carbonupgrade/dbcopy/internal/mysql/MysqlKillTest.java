package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Test;

/** A copy that is killed with SIGKILL, at moments that a seed decides, goes on when it is run again. */
public class MysqlKillTest extends MysqlTest {

    private static final boolean ENDURANCE = Boolean.getBoolean("carbonupgrade.endurance");
    private static final int ROUNDS = ENDURANCE ? 25 : 1;
    private static final int KILLS = 2;

    private static final int MOST_ATTEMPTS = 15;

    @Test
    public void continuesACopyThatWasKilled() throws Exception {
        int rows = MysqlRows.fill(server.port(), oldSchema, "MyISAM");
        String expected = dump(oldSchema);
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            String message = MysqlTestServer.name() + " seed " + seed;
            System.out.println(message);
            goBy(Way.values()[(int) (seed % Way.values().length)]);
            kill(new Random(seed), rows, message);

            CopyResult copied = copy();

            assertEquals(message, rows, copied.rows());
            assertTrue(message, compare().equal());
            assertEquals(message, expected, dump(stagingSchema));
            startAnew();
        }
    }

    @Test
    public void takesNoMoreMemoryForMoreRows() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE BARE(N INT, B LONGBLOB)",
                "INSERT INTO BARE SELECT seq, REPEAT(CHAR(seq), 1000000) FROM seq_1_to_50",
                "CREATE TABLE KEYED(N INT PRIMARY KEY, B LONGBLOB)",
                "INSERT INTO KEYED SELECT * FROM BARE");
        for (DriverJar jar : new DriverJar[] {DriverJar.MYSQL_5, DriverJar.MARIADB_3}) {
            driver = jar;
            goBy(jar == DriverJar.MYSQL_5 ? Way.LOAD : Way.BATCHES);
            MysqlForkedCopy copy = MysqlForkedCopy.start(old, staging, 5000, "64m");
            assertEquals(jar + " " + copy.lines(), 0, copy.status());
            assertEquals(checksums(oldSchema), checksums(stagingSchema));
            startAnew();
        }
    }

    private List<String> checksums(String schema) throws SQLException {
        return rows("", "CHECKSUM TABLE " + schema + ".BARE, " + schema + ".KEYED").stream()
                .map(row -> row.substring(row.indexOf('.')))
                .collect(Collectors.toList());
    }

    private void kill(Random random, int rows, String message) throws Exception {
        int kills = 0;
        for (int attempt = 0; kills < KILLS; attempt++) {
            assertTrue(message + ": done before it could be killed", attempt < MOST_ATTEMPTS);
            if (killed(random, rows)) {
                kills++;
            } else {
                kills = 0;
                startAnew();
            }
        }
    }

    /** Before the first row, at a row, or behind the last, when keys and indexes are made: whether it was at work. */
    private boolean killed(Random random, int rows) throws Exception {
        MysqlForkedCopy copy = MysqlForkedCopy.start(old, staging, MysqlRows.CHUNK, "256m");
        int from = random.nextInt(4);
        try {
            if (from == 0) {
                await(copy, -1, random.nextInt(1500));
            } else {
                await(copy, from == 1 ? rows : random.nextInt(rows), random.nextInt(from == 1 ? 1000 : 10));
            }
        } finally {
            copy.kill();
        }
        return copy.status() > 128 && !copy.lines().contains("copied");
    }

    private static void await(MysqlForkedCopy copy, int rows, int delay) throws Exception {
        while (copy.isAtWork() && copy.lines().stream().noneMatch(line -> number(line) >= rows)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertTrue(
                "the copy says " + copy.lines(),
                copy.lines().stream().allMatch(line -> line.matches("begin|rows \\d+|copied|rows|row?")));
        TimeUnit.MILLISECONDS.sleep(delay);
    }

    private static int number(String line) {
        return line.matches("rows \\d+") ? Integer.parseInt(line.substring("rows ".length())) : -1;
    }

    private void startAnew() throws Exception {
        admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
    }
}
