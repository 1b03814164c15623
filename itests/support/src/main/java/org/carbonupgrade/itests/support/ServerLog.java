package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a server has printed since it was started: its log, and whatever its script and its JVM say besides. */
public final class ServerLog {

    private static final int MOST_ERRORS = 20;
    private static final int TAIL = 25;

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new HarnessException("cannot read the log " + file, e);
        }
    }

    public boolean contains(String passage) {
        return text().contains(passage);
    }

    /** The first lines of entries of level ERROR and FATAL, without their stack traces. */
    public List<String> errors() {
        return text().lines()
                .filter(line -> line.startsWith("[") && (line.contains("] ERROR {") || line.contains("] FATAL {")))
                .toList();
    }

    /** For the message of a failure: each error once, because they repeat themselves, and the last lines. */
    String summary() {
        String errors = errors().stream()
                .map(line -> line.substring(line.indexOf(']') + 1).strip())
                .distinct()
                .limit(MOST_ERRORS)
                .collect(Collectors.joining("\n"));
        List<String> lines = text().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        return "--- errors in " + file + ":\n" + errors + "\n--- its end:\n" + tail;
    }
}
