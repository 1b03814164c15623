package org.carbonupgrade.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.console.Commands;
import org.carbonupgrade.internal.osgi.UpgraderComponent;

/** The upgrade of one home of the stock server to another, with a plan and the commands; no server runs. */
public final class StockUpgrade {

    private static final DatabaseCopier COPIER = new JdbcDatabaseCopier();

    private final Path root;
    private final StockHome oldHome;
    private final StockHome newHome;
    private final Map<String, String> plan = new LinkedHashMap<>();
    private String output = "";

    private StockUpgrade(Path root, String from, String to) throws IOException {
        this.root = root;
        this.oldHome = StockHome.make(root.resolve("old"), from);
        this.newHome = StockHome.make(root.resolve("new"), to);
        plan.put("old.home", "old");
        plan.put("new.home", "new");
        // To archive a whole server takes its time.
        plan.put("backup.existing", Files.createFile(root.resolve("backup.tar")).toString());
    }

    public static StockUpgrade in(Path root, String from, String to) throws IOException {
        return new StockUpgrade(root, from, to);
    }

    public StockHome oldHome() {
        return oldHome;
    }

    public StockHome newHome() {
        return newHome;
    }

    public Path path(String relative) {
        return root.resolve(relative);
    }

    /** Sets a key of the plan. */
    public StockUpgrade plan(String key, String value) {
        plan.put(key, value);
        return this;
    }

    /** Puts the jar that a class comes from into the old home, as its administrator did. */
    public StockUpgrade driver(Class<?> driver) throws IOException {
        try {
            Path jar = Paths.get(
                    driver.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path lib = oldHome.path("repository/components/lib");
            Files.createDirectories(lib);
            Files.copy(jar, lib.resolve(jar.getFileName()));
            return this;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements on an H2 database of a home, such as {@code old/repository/database/WSO2CARBON_DB}. */
    public void sql(String database, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:" + path(database), "wso2carbon", "wso2carbon");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Gives a command; its exit status. What it printed is in {@link #output()}. */
    public int command(String... words) throws IOException {
        StringBuilder text = new StringBuilder();
        plan.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        Path file = Files.write(path("upgrade.properties"), text.toString().getBytes(StandardCharsets.UTF_8));
        String[] line = new String[words.length + 2];
        line[0] = "--plan";
        line[1] = file.toString();
        System.arraycopy(words, 0, line, 2, words.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Commands commands = new Commands(UpgraderComponent.of(COPIER), COPIER);
        int status = commands.run(Arrays.asList(line), new PrintStream(out, true, "UTF-8"), false);
        output = out.toString("UTF-8");
        return status;
    }

    /** What the last command printed. */
    public String output() {
        return output;
    }

    /** The last report of a step. */
    public JsonObject report(String step) throws IOException {
        Path file = newHome.path("repository/upgrade/reports/" + step + ".json");
        return JsonParser.parseString(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    /** The findings of a code in a step's last report, each as {@code STATUS what}. */
    public List<String> findings(String step, String code) throws IOException {
        return StreamSupport.stream(report(step).getAsJsonArray("findings").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(finding -> finding.get("code").getAsString().equals(code))
                .map(finding -> finding.get("status").getAsString() + " "
                        + finding.get("what").getAsString())
                .collect(Collectors.toList());
    }

    /** Judges the prerequisites, and gives the findings of a code, each as {@code STATUS what}. */
    public List<String> check(String code) throws IOException {
        command("check");
        return findings("check", code);
    }
}
