package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/**
 * A copier that is killed with SIGKILL while it clones, or between any two of the renamings, leaves nothing that the next run does
 * not put right. A session in one of the databases holds the server up at the renaming that is asked for.
 */
@RunWith(JUnit4.class)
public class PgCloneKillTest extends PgCloning {

    private static final int ROUNDS =
            Integer.getInteger("carbonupgrade.clone.kills", Boolean.getBoolean("carbonupgrade.endurance") ? 50 : 2);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private String before;

    @Before
    public void fillTheOldDatabase() throws Exception {
        fill();
        server.execute(PgServer.ADMIN, "postgres", "ALTER DATABASE " + staging.name() + " SET work_mem TO '5MB'");
        before = settings();
    }

    @Test
    public void isKilledWhileTheServerClones() throws Exception {
        ForkedJvm copy = start();
        try {
            await("the server clones", "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE DATABASE \"carbon%'");
        } finally {
            copy.kill();
        }
        goesOn();
    }

    @Test
    public void isKilledWhenTheCloneIsThere() throws Exception {
        ForkedJvm copy = start();
        try {
            awaitDatabase("clone");
        } finally {
            copy.kill();
        }
        goesOn();
    }

    @Test
    public void isKilledWhenTheStagingDatabaseHasMadeRoom() throws Exception {
        ForkedJvm copy = start();
        try (Connection holds = connectWhenThere("clone")) {
            awaitDatabase("empty");
            copy.kill();
            assertFalse(holds.isClosed());
            assertEquals(
                    Collections.emptyList(),
                    admin("SELECT 1 FROM pg_database WHERE datname = '" + staging.name() + "'"));
        }
        goesOn();
    }

    @Test
    public void isKilledWhenTheCloneHasItsName() throws Exception {
        ForkedJvm copy = start();
        Connection clone = connectWhenThere("clone");
        try (Connection empty = connectWhenThere("empty")) {
            clone.close();
            await("the clone has its name", "SELECT 1 FROM pg_database WHERE datname = '" + staging.name() + "'");
            copy.kill();
            assertFalse(empty.isClosed());
            assertEquals(1, temporary().size());
        }
        CopyResult copied = copy(Strategy.AUTO);
        assertEquals("complete already", copied.strategy());
        assertKept();
    }

    /** Also when the next run streams. */
    @Test
    public void putsRightWhatWasLeftBeforeItStreams() throws Exception {
        ForkedJvm copy = start();
        try (Connection holds = connectWhenThere("clone")) {
            awaitDatabase("empty");
            copy.kill();
            assertFalse(holds.isClosed());
        }
        assertTrue(copy(Strategy.STREAM).strategy().startsWith("stream"));
        assertKept();
    }

    /** Nobody is killed, but the clone can't be renamed; nor dropped, until the next run. */
    @Test
    public void streamsIfAClientIsInTheWayOfTheRenaming() throws Exception {
        FutureTask<CopyResult> copy = new FutureTask<>(() -> copy(Strategy.AUTO));
        new Thread(copy).start();
        try (Connection holds = connectWhenThere("clone")) {
            String strategy = copy.get().strategy();
            assertTrue(strategy, strategy.contains("; not cloned: the clone can't take the staging database's name"));
            assertFalse(holds.isClosed());
            assertEquals(1, temporary().size());
        }
        assertCopied();
        assertEquals("complete already", copy(Strategy.AUTO).strategy());
        assertKept();
    }

    @Test
    public void isKilledAtAnyMoment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            System.out.println("PostgreSQL clone seed " + seed);
            ForkedJvm copy = start();
            TimeUnit.MILLISECONDS.sleep(200 + new Random(seed).nextInt(1800));
            copy.kill();
            assertTrue(
                    copy.lines().toString(),
                    copy.lines().stream().allMatch(line -> line.matches("begin|rows \\d+|copied")));
            assertTrue(copy(Strategy.AUTO).strategy().matches("clone.*|complete already"));
            assertKept();
            server.execute(
                    PgServer.ADMIN,
                    "postgres",
                    "DROP DATABASE " + staging.name() + " WITH (FORCE)",
                    "CREATE DATABASE " + staging.name() + " OWNER cloner",
                    "ALTER DATABASE " + staging.name() + " SET work_mem TO '5MB'");
        }
    }

    private ForkedJvm start() throws Exception {
        return PgForkedCopy.start(folder.getRoot().toPath(), old, staging, 1 << 20);
    }

    private void goesOn() throws Exception {
        CopyResult copied = copy(Strategy.AUTO);
        assertTrue(copied.strategy(), copied.strategy().startsWith("clone"));
        assertEquals(3100, copied.rows());
        assertKept();
    }

    private void assertKept() throws Exception {
        assertCopied();
        assertEquals(before, settings());
        assertEquals(Collections.emptyList(), temporary());
    }

    private String settings() throws Exception {
        return admin("SELECT pg_get_userbyid(d.datdba) || coalesce(s.setconfig::text, '') FROM pg_database d"
                        + " LEFT JOIN pg_db_role_setting s ON s.setdatabase = d.oid WHERE d.datname = '"
                        + staging.name() + "'")
                .get(0);
    }

    private Connection connectWhenThere(String kind) throws Exception {
        return server.connect(PgServer.ADMIN, awaitDatabase(kind));
    }

    private String awaitDatabase(String kind) throws Exception {
        return await(
                "a database " + kind,
                "SELECT datname FROM pg_database WHERE datname LIKE 'carbon\\_upgrade\\_" + kind + "\\_%'");
    }

    /** Waits until the query has a row, and gives it. */
    private String await(String what, String query) throws Exception {
        try (Connection connection = server.connect(PgServer.ADMIN, "postgres")) {
            for (int attempt = 0; attempt < 20_000; attempt++) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(query)) {
                    if (row.next()) {
                        return row.getString(1);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        throw new AssertionError("never seen: " + what);
    }
}
