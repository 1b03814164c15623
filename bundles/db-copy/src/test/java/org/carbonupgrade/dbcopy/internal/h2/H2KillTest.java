package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.junit.Test;

/** A copy that is killed with SIGKILL, at moments that a seed decides, goes on when it is run again. */
public class H2KillTest extends H2Test {

    private static final boolean ENDURANCE = Boolean.getBoolean("carbonupgrade.endurance");
    private static final int KILLS = 2;
    private static final int ROUNDS = ENDURANCE ? 40 : 1;

    /** So many rows a chunk that a copy has many of them. */
    private static final int CHUNK = 20;

    private static final int LARGE = 1000;
    private static final int BARE = 300;
    private static final int SMALL = 5;
    private static final int CARBON_TABLES = 40;
    private static final int ROWS = LARGE + BARE + SMALL * CARBON_TABLES;

    /** A copy that is done before it can be killed is made again; so often in a row is no accident. */
    private static final int MOST_ATTEMPTS = 10;

    @Test
    public void continuesACopyThatWasKilled() throws Exception {
        with(old, H2KillTest::fill);
        String expected = dump(old);
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            String message = "H2 " + version + " seed " + seed;
            System.out.println(message);
            String source = FileStates.of(path("old"));

            kill(new Random(seed), message);
            CopyResult copied = copy();

            assertEquals(message, ROWS, copied.rows());
            assertTrue(message, compare().equal());
            assertEquals(message, source, FileStates.of(path("old")));
            assertEquals(message, expected, dump(staging));
            startAnew();
        }
    }

    /** Kills a copy, and the one that goes on with it, and so on; each while it is at work. */
    private void kill(Random random, String message) throws Exception {
        int kills = 0;
        for (int attempt = 0; kills < KILLS; attempt++) {
            assertTrue(message + ": done before it could be killed", attempt < MOST_ATTEMPTS);
            if (killed(random)) {
                kills++;
            } else {
                kills = 0;
                startAnew();
            }
        }
    }

    /** Before the first row, at a row, or behind the last, when keys and indexes are made: whether it was at work. */
    private boolean killed(Random random) throws Exception {
        ForkedJvm copy = ForkedCopy.start(version, path(""), CHUNK);
        try {
            switch (random.nextInt(4)) {
                case 0:
                    await(copy, "begin", -1, random.nextInt(400));
                    break;
                case 1:
                    await(copy, "rows", ROWS, random.nextInt(100));
                    break;
                default:
                    await(copy, "rows", random.nextInt(ROWS), random.nextInt(4));
            }
        } finally {
            copy.kill();
        }
        return copy.status() > 128 && !copy.lines().contains("copied");
    }

    /** Waits until it has printed the word with the number or a greater one, and then so many milliseconds. */
    private static void await(ForkedJvm copy, String word, int number, int delay) throws Exception {
        Predicate<String> awaited = line -> line.startsWith(word) && number(line) >= number;
        while (copy.isAtWork() && copy.lines().stream().noneMatch(awaited)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertTrue(
                "the copy says " + copy.lines(),
                copy.lines().stream().allMatch(line -> line.matches("begin|rows \\d+|copied|equal")));
        TimeUnit.MILLISECONDS.sleep(delay);
    }

    private static int number(String line) {
        return line.matches("rows \\d+") ? Integer.parseInt(line.substring("rows ".length())) : -1;
    }

    private void startAnew() throws Exception {
        FileUtils.deleteDirectory(path("new").toFile());
        FileUtils.deleteDirectory(path("snapshots").toFile());
    }

    private static void fill(Connection connection) throws SQLException {
        CarbonSchema.create(connection);
        CarbonSchema.fill(connection, SMALL, new Random(1));
        H2.execute(
                connection,
                "CREATE TABLE BARE(V VARCHAR(20))",
                "INSERT INTO BARE SELECT 'row ' || MOD(X, 40) FROM SYSTEM_RANGE(1, " + BARE + ")",
                "CREATE TABLE LARGE(ID IDENTITY, A INT, V VARCHAR(100), B BLOB, PARENT BIGINT)");
        Random random = new Random(2);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO LARGE(A, V, B, PARENT) VALUES(?, ?, ?, ?)")) {
            for (int i = 1; i <= LARGE; i++) {
                byte[] content = new byte[i % 25 == 0 ? 30_000 : random.nextInt(200)];
                random.nextBytes(content);
                insert.setInt(1, i % 7);
                insert.setString(2, "größe " + i);
                insert.setBytes(3, content);
                insert.setInt(4, 1 + i / 2);
                insert.executeUpdate();
            }
        }
        for (int i = 0; i < 5; i++) {
            H2.execute(connection, "CREATE INDEX LARGE_" + i + " ON LARGE(V, A, PARENT)");
        }
        H2.execute(
                connection,
                "ALTER TABLE LARGE ADD CONSTRAINT UP FOREIGN KEY(PARENT) REFERENCES LARGE(ID)",
                "CREATE VIEW SOME AS SELECT ID FROM LARGE WHERE A = 1",
                "COMMENT ON TABLE LARGE IS 'all of them'");
    }
}
