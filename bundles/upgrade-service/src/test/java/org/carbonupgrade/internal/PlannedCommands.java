package org.carbonupgrade.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.console.Commands;
import org.carbonupgrade.internal.osgi.UpgraderComponent;

/** Commands with a plan that a test writes key by key. */
final class PlannedCommands {

    private static final DatabaseCopier COPIER = new JdbcDatabaseCopier();

    private final Commands commands = new Commands(UpgraderComponent.of(COPIER), COPIER);
    private final Map<String, String> plan = new LinkedHashMap<>();
    private final Path file;
    private String output = "";

    /** @param file the plan to be */
    PlannedCommands(Path file) {
        this.file = file;
    }

    /** Sets a key of the plan; null takes it out. */
    void plan(String key, String value) {
        plan.remove(key);
        if (value != null) {
            plan.put(key, value);
        }
    }

    /** Gives a command; its exit status. */
    int run(String... words) {
        String[] line = new String[words.length + 2];
        line[0] = "--plan";
        line[1] = write().toString();
        System.arraycopy(words, 0, line, 2, words.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            int status = commands.run(Arrays.asList(line), new PrintStream(out, true, "UTF-8"), false);
            output = out.toString("UTF-8");
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the last command printed. */
    String output() {
        return output;
    }

    private Path write() {
        StringBuilder text = new StringBuilder();
        plan.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        try {
            return Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
