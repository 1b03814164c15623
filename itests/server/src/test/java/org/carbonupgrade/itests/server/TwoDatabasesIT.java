package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.Driver;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two databases of no upgrade, copied and compared by the program as an operator runs it. */
public class TwoDatabasesIT {

    private static final int ROWS = 150_000;
    private static final String PASSWORD = "S3cret-of-the-database";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path plan;

    @Before
    public void fill() throws Exception {
        sql(
                "old",
                "CREATE TABLE T(ID INT PRIMARY KEY, V VARCHAR(100), TOKEN VARCHAR(20))",
                "INSERT INTO T SELECT X, REPEAT('value', 10) || X, 'S3cret' FROM SYSTEM_RANGE(1, " + ROWS + ")");
        Files.writeString(temporary.getRoot().toPath().resolve("password"), PASSWORD + "\n");
        plan = Files.writeString(
                temporary.getRoot().toPath().resolve("two.properties"),
                """
                driver = %s
                old.url = jdbc:h2:./data/old
                old.username = carbon
                old.password = ${file:password}
                staging.url = jdbc:h2:./data/staging
                staging.username = carbon
                staging.password = ${file:password}
                """
                        .formatted(Path.of(Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())));
    }

    @Test(timeout = 300_000)
    public void goesOnAfterItWasKilledAndFindsThemEqualAndThenWhatDiffers() throws Exception {
        killWhileItCopies();
        assertThat(Arrays.toString(temporary.getRoot().list()), containsString("two.work"));

        Path report = temporary.getRoot().toPath().resolve("copy.json");
        Program.Answer copied = Program.run(plan, "copydb", "--json", report.toString());
        assertEquals(copied.output(), 0, copied.status());
        assertThat(copied.output(), containsString("rows 150,000"));
        assertThat(Files.readString(report), containsString("\"resumed\": true"));
        Program.Answer equal = Program.run(plan, "comparedb");
        assertEquals(equal.output(), 0, equal.status());

        sql("staging", "UPDATE T SET V = 'changed', TOKEN = 'S3cret-x' WHERE ID = 77");
        Program.Answer keys = Program.run(plan, "comparedb");
        assertEquals(keys.output(), 1, keys.status());
        assertThat(keys.output(), containsString("1 row with other values in staging: ID=77"));
        assertThat(keys.output(), not(containsString("changed")));
        Program.Answer values = Program.run(plan, "comparedb", "--show-values");
        assertThat(values.output(), containsString("'changed' in staging; TOKEN (hidden)"));
        assertThat(values.output() + copied.output() + Files.readString(report), not(containsString("S3cret")));
        String[] left = temporary.getRoot().list();
        Arrays.sort(left);
        assertArrayEquals(new String[] {"copy.json", "data", "password", "two.properties"}, left);
    }

    @Test(timeout = 60_000)
    public void needsAPlan() {
        Program.Answer answer = Program.answer(Program.start("", "copydb"));
        assertEquals(answer.output(), 64, answer.status());
        assertThat(answer.output(), containsString("--plan FILE"));
    }

    /** As soon as there are rows; a chunk of rows is a second's work at most. */
    private void killWhileItCopies() throws Exception {
        Path staging = temporary.getRoot().toPath().resolve("data/staging.mv.db");
        Process program = Program.start("", "copydb", "--plan", plan.toString());
        while (program.isAlive() && (!Files.exists(staging) || Files.size(staging) < 1 << 20)) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        List<ProcessHandle> all = program.descendants().toList();
        program.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
        assertTrue("it was done before it could be killed", program.exitValue() > 128);
    }

    private void sql(String database, String... statements) throws SQLException, IOException {
        Path file = Files.createDirectories(temporary.getRoot().toPath().resolve("data"))
                .resolve(database);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file, "carbon", PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
