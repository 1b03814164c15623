package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Operators take the opportunity to move to a newer server: the old database is on PostgreSQL 10. */
public class PgOlderServerTest {

    private static final Path OLDER =
            Paths.get("target", "servers", "postgresql-10.jar").toAbsolutePath();
    private static final int SEEDS = Boolean.getBoolean("carbonupgrade.endurance") ? 60 : 2;
    private static final String DATABASE = "moving";

    private static PgServer older;

    private final PgServer newer = PgServer.start();
    private final JdbcDatabaseCopier copier = new JdbcDatabaseCopier();

    @BeforeClass
    public static void startTheServer() throws Exception {
        older = PgServer.another(OLDER);
    }

    @AfterClass
    public static void endTheServer() {
        older.stop();
    }

    @Before
    public void makeTheDatabases() throws Exception {
        for (PgServer server : new PgServer[] {older, newer}) {
            server.execute(PgServer.ADMIN, "postgres", "CREATE DATABASE " + DATABASE + " OWNER " + PgServer.USER);
        }
    }

    @After
    public void dropTheDatabases() throws Exception {
        for (PgServer server : new PgServer[] {older, newer}) {
            server.execute(PgServer.ADMIN, "postgres", "DROP DATABASE " + DATABASE + " WITH (FORCE)");
        }
    }

    @Test
    public void copiesToANewerServer() throws Exception {
        for (int i = 0; i < SEEDS; i++) {
            long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
            System.out.println("from 10: seed " + seed);
            for (String statement : PgRandomSchema.of(seed, older.version())) {
                older.execute(PgServer.USER, DATABASE, statement);
            }
            assertCopied("seed " + seed, spec(older, DATABASE), spec(newer, DATABASE), Strategy.AUTO);
            dropTheDatabases();
            makeTheDatabases();
        }
    }

    /** Where the server has one way only to make a database of another one. */
    @Test
    public void clonesOnAnOldServer() throws Exception {
        older.execute(PgServer.ADMIN, "postgres", "ALTER ROLE " + PgServer.USER + " CREATEDB");
        older.execute(PgServer.USER, "postgres", "CREATE DATABASE cloned");
        older.execute(
                PgServer.USER,
                DATABASE,
                "CREATE TABLE t (id serial PRIMARY KEY, v text)",
                "INSERT INTO t(v) SELECT md5(i::text) FROM generate_series(1, 1000) i");
        try {
            CopyResult copied = assertCopied("clone", spec(older, DATABASE), spec(older, "cloned"), Strategy.CLONE);
            assertEquals("clone: the server copies the database's files", copied.strategy());
        } finally {
            older.execute(PgServer.ADMIN, "postgres", "DROP DATABASE cloned WITH (FORCE)");
        }
    }

    private CopyResult assertCopied(String message, DatabaseSpec old, DatabaseSpec staging, Strategy strategy) {
        CopyResult copied = copier.copy(new CopyRequest(old, staging, PgTest.UPGRADE, 2, strategy), Progress.NONE);
        CompareResult compared = copier.compare(new CompareRequest(old, staging, 2), Progress.NONE);
        assertEquals(message, Collections.emptyList(), copied.notCarried());
        assertEquals(
                message,
                "",
                compared.schema().stream()
                        .map(each -> each + ": " + each.source() + "\n" + each.target())
                        .collect(Collectors.joining("\n")));
        assertEquals(
                message,
                "[]",
                compared.tables().stream()
                        .filter(table -> !table.equal())
                        .map(table -> table.table() + " " + table.differences())
                        .collect(Collectors.toList())
                        .toString());
        assertTrue(message, compared.equal());
        return copied;
    }

    private static DatabaseSpec spec(PgServer server, String database) {
        return DatabaseSpec.named(database)
                .url(server.url(database))
                .user(PgServer.USER, PgServer.PASSWORD)
                .drivers(Collections.singletonList(PgServer.jar("42.7.4")))
                .build();
    }
}
