package org.carbonupgrade.itests.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How a server is to be started: {@code CarbonServer.of(home).withConsole().start()}. */
public final class ServerStart {

    private static final String STARTED = "WSO2 Carbon started in";
    private static final String OUTPUT = "console.out";
    private static final long POLL_MILLIS = 100;

    private final Home home;
    private final List<String> javaOptions = new ArrayList<>(
            List.of("--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.security=ALL-UNNAMED"));
    private Duration patience = Duration.ofMinutes(2);
    private OptionalInt consolePort = OptionalInt.empty();

    ServerStart(Home home) {
        this.home = home;
    }

    /** Opens the OSGi console on a free loopback port. The stock 4.5.1 home needs {@link BrokenConsole#mend} before. */
    public ServerStart withConsole() {
        int port = FreePorts.onLoopback();
        consolePort = OptionalInt.of(port);
        return withJavaOption("-Dosgi.console=127.0.0.1:" + port);
    }

    /** @param option one argument for the JVM, without blanks: the start script splits there */
    public ServerStart withJavaOption(String option) {
        if (option.contains(" ")) {
            throw new IllegalArgumentException("the start script would split this option: " + option);
        }
        javaOptions.add(option);
        return this;
    }

    /** How long the server may take until it says that it has started; two minutes if not told. */
    public ServerStart within(Duration duration) {
        patience = duration;
        return this;
    }

    /**
     * Starts the server on free ports and returns when it has started.
     *
     * @throws HarnessException with the end of its log if it ended or did not start in time; it is stopped then
     */
    public CarbonServer start() {
        int offset = FreePorts.offset();
        ServerLog log = new ServerLog(home.logs().resolve(OUTPUT));
        ServerProcess process = new ServerProcess(launch(offset, log.file()));
        try {
            await(process, log);
            process.guard();
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
        return new CarbonServer(home, process, log, offset, consolePort);
    }

    private Process launch(int offset, Path output) {
        ProcessBuilder script = new ProcessBuilder(
                        "sh", home.resolve("bin/wso2server.sh").toString())
                .directory(home.path().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        Map<String, String> environment = script.environment();
        environment.keySet().removeAll(List.of("CARBON_HOME", "JAVACMD", "JVM_MEM_OPTS"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS", String.join(" ", javaOptions) + " -DportOffset=" + offset);
        // The script asks for the JVM's management agent, which listens on all interfaces; this comes later and wins.
        environment.put("_JAVA_OPTIONS", "-XX:-ManagementServer");
        // Without it the server could neither make nor read files with names beyond ASCII on a machine in the C locale.
        environment.put("LC_ALL", "C.UTF-8");
        try {
            Files.createDirectories(output.getParent());
            return script.start();
        } catch (IOException e) {
            throw new HarnessException("cannot run the start script of " + home, e);
        }
    }

    private void await(ServerProcess process, ServerLog log) {
        Instant deadline = Instant.now().plus(patience);
        while (!log.contains(STARTED)) {
            if (!process.isAlive()) {
                throw new HarnessException("the server of " + home + " ended while starting:\n" + log.summary());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new HarnessException("the server of " + home + " has not started after " + patience.toSeconds()
                        + " s:\n" + log.summary());
            }
            Pause.millis(POLL_MILLIS);
        }
    }
}
