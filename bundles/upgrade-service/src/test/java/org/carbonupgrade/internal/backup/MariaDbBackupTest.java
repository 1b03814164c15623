package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.carbonupgrade.itests.databases.LocalServer;
import org.carbonupgrade.itests.databases.MariaDbServer;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MariaDbBackupTest {

    private static MariaDbServer server;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void startServer() throws Exception {
        server = MariaDbServer.start();
    }

    @AfterClass
    public static void stopServer() {
        server.close();
    }

    private ServerUpgrade home;

    @Before
    public void makeDatabases() throws Exception {
        home = new ServerUpgrade(
                folder.getRoot().toPath(),
                "jdbc:mariadb://127.0.0.1:" + server.port() + "/",
                org.mariadb.jdbc.Driver.class);
        home.execute(
                server.admin(),
                LocalServer.PASSWORD,
                "",
                "DROP USER IF EXISTS carbon",
                "DROP DATABASE IF EXISTS old",
                "DROP DATABASE IF EXISTS staging",
                "DROP DATABASE IF EXISTS restored",
                "CREATE USER carbon@'%' IDENTIFIED BY '"
                        + ServerUpgrade.PASSWORD.replace("\\", "\\\\").replace("'", "''") + "'",
                "CREATE DATABASE old CHARACTER SET latin1",
                "CREATE DATABASE staging CHARACTER SET latin1",
                "CREATE DATABASE restored CHARACTER SET latin1",
                "GRANT ALL ON old.* TO carbon@'%'",
                "GRANT ALL ON staging.* TO carbon@'%'",
                "GRANT ALL ON restored.* TO carbon@'%'");
        home.execute(
                "carbon",
                ServerUpgrade.PASSWORD,
                "old",
                "CREATE TABLE t(id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, content LONGBLOB,"
                        + " at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, UNIQUE KEY t_name(name))",
                "INSERT INTO t(name, content) SELECT CONCAT('n\u00e4me ', seq), UNHEX(MD5(seq)) FROM seq_1_to_1000",
                "INSERT INTO t(name, content) VALUES('quote '' \\\\ \"', x'00FF0A0D275C1A')",
                "CREATE VIEW v AS SELECT name FROM t",
                "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.name = TRIM(NEW.name)",
                "CREATE PROCEDURE p() SELECT 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 YEAR DISABLE DO DELETE FROM t WHERE id < 0");
    }

    @Test
    public void whatIsRestoredEqualsTheOldDatabase() throws Exception {
        assumeTrue("mariadb-dump and mariadb are here", TestPrograms.here("mariadb-dump", "mariadb"));
        home.backUp();

        Path sql = folder.getRoot().toPath().resolve("x.sql");
        try (InputStream dump = new GZIPInputStream(Files.newInputStream(home.dump(".sql.gz")))) {
            Files.copy(dump, sql);
        }
        home.restore(
                sql.toFile(),
                "MYSQL_PWD",
                "mariadb",
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--user=carbon",
                "restored");
        home.requireEqual("old", "restored");
    }

    @Test
    public void theProgramIsGivenThePasswordThroughAPipeAndReadsNobodysOptionFile() throws Exception {
        home.program("mariadb-dump", "given=$(cat); printf 'got %s and %s' \"$*\" \"$given\" >&2; exit 3");
        String output = home.failedBackup();
        assertTrue(output, output.contains("BACKUP_DUMP"));
        assertTrue(output, output.contains("got --defaults-file=/dev/stdin --single-transaction"));
        assertTrue(output, output.contains("port=" + server.port()));
        assertTrue(output, output.contains("password=\"(hidden)\""));
    }
}
