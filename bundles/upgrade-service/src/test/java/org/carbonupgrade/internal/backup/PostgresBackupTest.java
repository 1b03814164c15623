package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.itests.databases.LocalServer;
import org.carbonupgrade.itests.databases.PostgresServer;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PostgresBackupTest {

    private static PostgresServer server;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ServerUpgrade home;

    @BeforeClass
    public static void startServer() throws Exception {
        server = PostgresServer.start();
    }

    @AfterClass
    public static void stopServer() {
        server.close();
    }

    @Before
    public void makeDatabases() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
        home = new ServerUpgrade(folder.getRoot().toPath(), url, org.postgresql.Driver.class);
        for (String database : new String[] {"old", "staging", "restored"}) {
            admin("DROP DATABASE IF EXISTS " + database);
        }
        admin("DO $$ BEGIN CREATE ROLE carbon LOGIN PASSWORD '" + ServerUpgrade.PASSWORD.replace("'", "''")
                + "'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        for (String database : new String[] {"old", "staging", "restored"}) {
            admin("CREATE DATABASE " + database + " OWNER carbon");
        }
        home.execute(
                "carbon",
                ServerUpgrade.PASSWORD,
                "old",
                "CREATE TABLE t(id SERIAL PRIMARY KEY, name VARCHAR(50) NOT NULL, content BYTEA, at TIMESTAMP DEFAULT now())",
                "CREATE UNIQUE INDEX t_name ON t(name)",
                "INSERT INTO t(name, content) SELECT 'n\u00e4me ' || i, decode(md5(i::text), 'hex')"
                        + " FROM generate_series(1, 1000) i",
                "CREATE VIEW v AS SELECT name FROM t");
    }

    @Test
    public void whatIsRestoredEqualsTheOldDatabase() throws Exception {
        assumeTrue("pg_dump and pg_restore are here", TestPrograms.here("pg_dump", "pg_restore"));
        home.backUp();
        home.restore(
                null,
                "PGPASSWORD",
                "pg_restore",
                "--exit-on-error",
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--username=carbon",
                "--dbname=restored",
                home.dump(".pgdump").toString());
        home.requireEqual("old", "restored");
    }

    @Test
    public void theProgramsOwnWordsAreShownWithoutThePassword() throws Exception {
        home.program("pg_dump", "echo \"got $* and $PGPASSWORD\" >&2; exit 3");
        String output = home.failedBackup();
        assertTrue(output, output.contains("BACKUP_DUMP"));
        assertTrue(output, output.contains("ended with 3: got --format=custom --no-password and (hidden)"));
    }

    @Test
    public void aDumpThatIsNoneIsNoBackup() throws Exception {
        home.program("pg_dump", "echo nonsense");
        assertTrue(home.failedBackup().contains("BACKUP_DIFFERS"));
    }

    @Test
    public void withoutTheProgramTheOperatorsBackupIsRequired() throws Exception {
        home.upgrade().plan("backup.tools", folder.newFolder("nothing").toString());
        assertEquals(2, home.upgrade().command("check"));
        String output = home.upgrade().output();
        assertTrue(output, output.contains("X_DB (pg_dump is not on the path, nor in backup.tools)"));
        Path mine = Files.write(folder.getRoot().toPath().resolve("mine.dump"), new byte[] {1});
        home.upgrade().plan("backup.existing", mine.toString());
        home.backUp();
        Files.write(mine, new byte[] {2});
        assertEquals(1, home.upgrade().command("backup", "--verify"));
        assertTrue(home.upgrade().output(), home.upgrade().output().contains("BACKUP_DAMAGED"));
    }

    private void admin(String sql) throws Exception {
        home.execute(server.admin(), LocalServer.PASSWORD, "postgres", sql);
    }
}
