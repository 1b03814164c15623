package org.carbonupgrade.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An upgrade from the home {@code old} to the home {@code new} below a directory: its plan, its H2 databases, the commands. */
abstract class PlannedUpgrade<U extends PlannedUpgrade<U>> {

    private final Path root;
    private final String user;
    private final String password;
    private final PlannedCommands commands;

    /** @param user the owner of the homes' databases */
    PlannedUpgrade(Path root, String user, String password) {
        this.root = root;
        this.user = user;
        this.password = password;
        this.commands = new PlannedCommands(path("upgrade.properties"));
        plan("old.home", "old");
        plan("new.home", "new");
    }

    public final Path path(String relative) {
        return root.resolve(relative);
    }

    /** Sets a key of the plan; null takes it out. */
    @SuppressWarnings("unchecked")
    public final U plan(String key, String value) {
        commands.plan(key, value);
        return (U) this;
    }

    /** Runs statements on an H2 database in a file below the root, such as {@code old/repository/database/UM}, as its owner. */
    public final void sql(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + path(database), user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Gives a command; its exit status. What it printed is in {@link #output()}. */
    public final int command(String... words) {
        return commands.run(words);
    }

    /** What the last command printed. */
    public final String output() {
        return commands.output();
    }

    /** The content of a file of the new home's {@code repository/upgrade}. */
    public final String state(String name) {
        return text("new/repository/upgrade/" + name);
    }

    public final String text(String relative) {
        try {
            return new String(Files.readAllBytes(path(relative)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last report of a step. */
    public final JsonObject report(String step) {
        return JsonParser.parseString(state("reports/" + step + ".json")).getAsJsonObject();
    }

    /** The findings of a code in a step's last report, each as {@code STATUS what}. */
    public final List<String> findings(String step, String code) {
        return StreamSupport.stream(report(step).getAsJsonArray("findings").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(finding -> finding.get("code").getAsString().equals(code))
                .map(finding -> finding.get("status").getAsString() + " "
                        + finding.get("what").getAsString())
                .collect(Collectors.toList());
    }

    /** Judges the prerequisites, and gives the findings of a code, each as {@code STATUS what}. */
    public final List<String> check(String code) {
        command("check");
        return findings("check", code);
    }
}
