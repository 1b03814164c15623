package org.carbonupgrade.itests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A running Carbon server: {@code try (CarbonServer server = CarbonServer.start(home)) {…}}. It is stopped by the id of the
 * process that was started, at the latest when this JVM ends.
 */
public final class CarbonServer implements AutoCloseable {

    private static final long POLL_MILLIS = 100;
    private static final long H2_WRITE_DELAY_TWICE_MILLIS = 1000;

    private final Home home;
    private final ServerProcess process;
    private final ServerLog log;
    private final int offset;
    private final OptionalInt consolePort;

    CarbonServer(Home home, ServerProcess process, ServerLog log, int offset, OptionalInt consolePort) {
        this.home = home;
        this.process = process;
        this.log = log;
        this.offset = offset;
        this.consolePort = consolePort;
    }

    /** Starts a home's server as it is and waits until it has started. */
    public static CarbonServer start(Home home) {
        return of(home).start();
    }

    /** For a server that is to be started in another way than {@link #start} does. */
    public static ServerStart of(Home home) {
        return new ServerStart(home);
    }

    public Home home() {
        return home;
    }

    public int httpsPort() {
        return FreePorts.HTTPS + offset;
    }

    public int httpPort() {
        return FreePorts.HTTP + offset;
    }

    /** The process id of the server's JVM. */
    public long pid() {
        return process.jvm()
                .orElseThrow(() -> new HarnessException("the server of " + home + " is not running"))
                .pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public ServerLog log() {
        return log;
    }

    /** Connects to the OSGi console of a server started with one. */
    public Console console() {
        return Console.connect(consolePort.orElseThrow(
                () -> new HarnessException("the server of " + home + " was started without a console")));
    }

    /**
     * Waits until the server has written one of some files, and returns that one.
     *
     * @throws HarnessException with the end of the log if the server ended or did not write any in time
     */
    public Path awaitFile(Duration patience, Path... anyOf) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            for (Path file : anyOf) {
                if (Files.exists(file)) {
                    return file;
                }
            }
            if (!isRunning()) {
                throw new HarnessException("the server ended before it wrote " + anyOf[0] + "\n" + log.summary());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new HarnessException("the server did not write " + anyOf[0] + " in " + patience.toSeconds()
                        + " s\n" + log.summary());
            }
            Pause.millis(POLL_MILLIS);
        }
    }

    /**
     * Stops the server as its administrator does, or kills it if it does not end within a minute. What was committed before is in
     * the databases' files then: Carbon halts its JVM without closing embedded ones, and H2 writes up to half a second late.
     */
    public void stop() {
        if (isRunning()) {
            Pause.millis(H2_WRITE_DELAY_TWICE_MILLIS);
        }
        process.stop();
    }

    /** Kills the server as a power failure would. */
    public void kill() {
        process.kill();
    }

    /** Stops the server if it is running still. */
    @Override
    public void close() {
        stop();
    }
}
