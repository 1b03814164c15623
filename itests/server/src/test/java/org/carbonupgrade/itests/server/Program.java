package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.itests.support.HarnessException;

/** The distribution's {@code bin/carbon-upgrade}, run as an operator runs it: a process of its own. */
final class Program {

    private static final Path SCRIPT = Path.of(System.getProperty("carbonupgrade.distribution"), "bin/carbon-upgrade");

    private Program() {}

    /** What one command printed, and the exit status that it ended with. */
    record Answer(int status, String output) {}

    /** Runs one command to its end: {@code run(plan, "compare")}. */
    static Answer run(Path plan, String... command) {
        List<String> line = new ArrayList<>(List.of("--plan", plan.toString()));
        line.addAll(List.of(command));
        Process process = start("", line.toArray(new String[0]));
        try {
            return answer(process);
        } finally {
            process.destroy();
        }
    }

    /** Starts it with JVM options of its own; its input is a pipe. */
    static Process start(String options, String... arguments) {
        if (!Files.isExecutable(SCRIPT)) {
            throw new HarnessException("not to be executed as it was unpacked: " + SCRIPT);
        }
        List<String> line = new ArrayList<>(List.of(SCRIPT.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CARBON_UPGRADE_OPTS", options);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new HarnessException("cannot run " + line, e);
        }
    }

    /** What it says until it ends; nothing more is said to it. */
    static Answer answer(Process process) {
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new HarnessException("cannot hear " + process, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted while it ran: " + process, e);
        }
    }
}
