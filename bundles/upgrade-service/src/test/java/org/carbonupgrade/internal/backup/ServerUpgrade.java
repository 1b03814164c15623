package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.TestBackup;
import org.carbonupgrade.internal.TestUpgrade;

/** An old home with a data source {@code X_DB} on a real server, whose database is restored elsewhere and compared. */
final class ServerUpgrade {

    /** Whatever a shell, an option file or a URL could stumble over. */
    static final String PASSWORD = "p\"a's$s\\wo#r;d &%";

    private final TestUpgrade upgrade;
    private final String url;
    private final String driver;

    /** @param url of the server, without a database */
    ServerUpgrade(Path root, String url, Class<? extends Driver> driver) throws Exception {
        this.upgrade = TestUpgrade.in(root);
        this.url = url;
        this.driver = driver.getName();
        URI jar = driver.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path lib = Files.createDirectories(upgrade.path("old/repository/components/lib"));
        Files.copy(Paths.get(jar), lib.resolve("driver.jar"));
        upgrade.oldHome().file("repository/conf/datasources/x-datasources.xml", dataSource());
        upgrade.plan("staging.X_DB.url", url + "staging");
    }

    TestUpgrade upgrade() {
        return upgrade;
    }

    void execute(String user, String password, String database, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url + database, user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void backUp() {
        int check = upgrade.command("check");
        assertEquals(upgrade.output(), 0, check);
        int backup = upgrade.command("backup");
        assertEquals(upgrade.output(), 0, backup);
        showsNoPassword();
        int verify = upgrade.command("backup", "--verify");
        assertEquals(upgrade.output(), 0, verify);
    }

    void showsNoPassword() {
        assertFalse(upgrade.output(), upgrade.output().contains(PASSWORD));
        assertFalse(upgrade.state("journal.jsonl").contains("wo#r;d"));
        assertFalse(upgrade.state("reports/backup.json").contains("wo#r;d"));
    }

    /** Has backups made by a script under the name of a server's program. */
    void program(String name, String script) throws Exception {
        Path tools = Files.createDirectory(upgrade.path("tools"));
        Path program = Files.write(tools.resolve(name), ("#!/bin/sh\n" + script + "\n").getBytes("UTF-8"));
        assertTrue(program.toFile().setExecutable(true));
        upgrade.plan("backup.tools", tools.toString());
    }

    /** A backup that a program does not make; what was printed. */
    String failedBackup() {
        upgrade.command("check");
        int status = upgrade.command("backup");
        assertEquals(upgrade.output(), 1, status);
        showsNoPassword();
        assertEquals(
                "no half backup is left", 0, upgrade.path("backup").toFile().list().length);
        return upgrade.output();
    }

    Path dump(String ending) {
        return TestBackup.only(upgrade.path("backup")).resolve("X_DB" + ending);
    }

    /** Runs a program of the server's, as the documentation says. */
    void restore(File input, String variable, String... command) throws Exception {
        File log = upgrade.path("log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put(variable, PASSWORD);
        if (input != null) {
            builder.redirectInput(input);
        }
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(FileUtils.readFileToString(log, "UTF-8"), 0, process.exitValue());
    }

    void requireEqual(String one, String other) {
        CompareResult result =
                new JdbcDatabaseCopier().compare(new CompareRequest(spec(one), spec(other), 1), Progress.NONE);
        assertTrue(result.tables().toString(), result.equal());
        assertTrue(result.rows() > 0);
    }

    private DatabaseSpec spec(String database) {
        return DatabaseSpec.named(database)
                .url(url + database)
                .user("carbon", PASSWORD)
                .driverClass(driver)
                .build();
    }

    private String dataSource() {
        return "<datasources-configuration><datasources><datasource><name>X_DB</name><jndiConfig><name>jdbc/X</name>"
                + "</jndiConfig><definition type=\"RDBMS\"><configuration><url>" + url + "old</url>"
                + "<username>carbon</username><password>"
                + PASSWORD.replace("&", "&amp;") + "</password><driverClassName>" + driver
                + "</driverClassName></configuration></definition></datasource></datasources>"
                + "</datasources-configuration>\n";
    }
}
