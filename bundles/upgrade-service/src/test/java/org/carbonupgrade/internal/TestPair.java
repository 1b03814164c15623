package org.carbonupgrade.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.console.Commands;
import org.carbonupgrade.internal.osgi.UpgraderComponent;

/** Two H2 databases in files, a plan that names them, and the commands. */
final class TestPair {

    private static final DatabaseCopier COPIER = new JdbcDatabaseCopier();

    private final Path root;
    private final String password;
    private final Map<String, String> plan = new LinkedHashMap<>();
    private final Commands commands = new Commands(UpgraderComponent.of(COPIER), COPIER);
    private String output = "";

    private TestPair(Path root, String password) {
        this.root = root;
        this.password = password;
        plan.put("old.url", "jdbc:h2:./data/old");
        plan.put("old.username", "carbon");
        plan.put("old.password", password);
        plan.put("staging.url", "jdbc:h2:./data/staging");
        plan.put("staging.username", "carbon");
        plan.put("staging.password", password);
    }

    /** The databases are {@code data/old} and {@code data/staging}; neither is made. */
    static TestPair in(Path root, String password) {
        return new TestPair(root, password);
    }

    TestPair plan(String key, String value) {
        plan.put(key, value);
        return this;
    }

    String path(String relative) {
        return root.resolve(relative).toString();
    }

    JsonObject json(String relative) throws IOException {
        byte[] text = Files.readAllBytes(root.resolve(relative));
        return JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    /** Runs statements on a database, as its owner. */
    void sql(String database, String... statements) throws SQLException {
        String url = "jdbc:h2:" + root.resolve("data").resolve(database) + ";TRACE_LEVEL_FILE=0";
        try (Connection connection = DriverManager.getConnection(url, "carbon", password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Gives a command with the plan; its exit status. What it printed is in {@link #output()}. */
    int command(String... words) throws IOException {
        StringBuilder text = new StringBuilder();
        plan.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        Path file = Files.write(
                root.resolve("databases.properties"), text.toString().getBytes(StandardCharsets.UTF_8));
        List<String> line = new ArrayList<>(Arrays.asList(words));
        line.addAll(Arrays.asList("--plan", file.toString()));
        return commandWithoutPlan(line.toArray(new String[0]));
    }

    int commandWithoutPlan(String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = commands.run(Arrays.asList(words), new PrintStream(out, true, "UTF-8"), false);
        output = out.toString("UTF-8");
        return status;
    }

    /** What the last command printed. */
    String output() {
        return output;
    }
}
