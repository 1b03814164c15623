package org.carbonupgrade.dbcopy.internal.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/** A copy in a JVM of its own: one that can be killed, or be given little memory. */
final class PgForkedCopy {

    private final Process process;
    private final Path output;

    private PgForkedCopy(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts copying.
     *
     * @param bytes of a chunk; a table is copied in parts of sixteen
     */
    static PgForkedCopy start(DatabaseSpec old, DatabaseSpec staging, long bytes, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path"), PgForkedCopy.class.getName()));
        command.addAll(
                Arrays.asList(old.url(), staging.url(), old.drivers().get(0).toString(), String.valueOf(bytes)));
        Path output = Files.createTempFile("carbon-upgrade-copy", ".out");
        output.toFile().deleteOnExit();
        return new PgForkedCopy(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** What it has printed so far: {@code begin}, {@code rows N} many times, {@code copied}. */
    List<String> lines() throws IOException {
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    boolean isAtWork() {
        return process.isAlive();
    }

    /** Kills it with no chance to tidy up, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end, two minutes at most; gives its exit status. */
    int status() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            kill();
        }
        return process.waitFor();
    }

    /** Arguments: both URLs, the driver, bytes of a chunk. */
    public static void main(String[] arguments) {
        DatabaseSpec old = spec("OLD", arguments[0], arguments[2]);
        DatabaseSpec staging = spec("STAGING", arguments[1], arguments[2]);
        System.out.println("begin");
        new JdbcDatabaseCopier(new ChunkLimits(5000, Long.parseLong(arguments[3])))
                .copy(new CopyRequest(old, staging, PgTest.UPGRADE, 2), new Progress() {
                    @Override
                    public void expect(long rows) {
                        // the tests know
                    }

                    @Override
                    public void moved(long rows, long bytes) {
                        System.out.println("rows " + rows);
                    }
                });
        System.out.println("copied");
    }

    private static DatabaseSpec spec(String name, String url, String driver) {
        return DatabaseSpec.named(name)
                .url(url)
                .user(PgServer.USER, PgServer.PASSWORD)
                .drivers(Collections.singletonList(Paths.get(driver)))
                .build();
    }
}
