package org.carbonupgrade.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The upgrade of one home of the stock server to another, with a plan and the commands; no server runs. */
public final class StockUpgrade {

    private final Path root;
    private final StockHome oldHome;
    private final StockHome newHome;
    private final PlannedCommands commands;

    private StockUpgrade(Path root, String from, String to) throws IOException {
        this.root = root;
        this.oldHome = StockHome.make(root.resolve("old"), from);
        this.newHome = StockHome.make(root.resolve("new"), to);
        this.commands = new PlannedCommands(path("upgrade.properties"));
        plan("old.home", "old");
        plan("new.home", "new");
        // To archive a whole server takes its time.
        plan("backup.existing", Files.createFile(root.resolve("backup.tar")).toString());
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
        commands.plan(key, value);
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
    public int command(String... words) {
        return commands.run(words);
    }

    /** What the last command printed. */
    public String output() {
        return commands.output();
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
