package org.carbonupgrade.dbcopy.internal.mysql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/** A copy in a JVM of its own: one that can be killed, or be given little memory. */
final class MysqlForkedCopy {

    private final Process process;
    private final Path output;

    private MysqlForkedCopy(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param chunk rows of a chunk
     * @param memory of the JVM, such as {@code 128m}
     */
    static MysqlForkedCopy start(DatabaseSpec old, DatabaseSpec staging, int chunk, String memory) throws IOException {
        Path output = Files.createTempFile("copy", ".out");
        output.toFile().deleteOnExit();
        List<String> command = Arrays.asList(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Dmariadb.logging.disable=true",
                "-cp",
                System.getProperty("java.class.path"),
                MysqlForkedCopy.class.getName(),
                old.url(),
                staging.url(),
                old.driverClass(),
                old.drivers().get(0).toString(),
                String.valueOf(chunk),
                old.username(),
                staging.username());
        return new MysqlForkedCopy(
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

    int status() throws InterruptedException {
        return process.waitFor();
    }

    /** Arguments: URL of the old database, of the staging one, driver, its jar, rows of a chunk, both user names. */
    public static void main(String[] arguments) {
        DatabaseSpec[] specs = new DatabaseSpec[2];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = DatabaseSpec.named(i == 0 ? "OLD" : "STAGING")
                    .url(arguments[i])
                    .user(arguments[5 + i], MysqlTestServer.PASSWORD)
                    .driverClass(arguments[2])
                    .drivers(Collections.singletonList(Paths.get(arguments[3])))
                    .build();
        }
        System.out.println("begin");
        AtomicLong rows = new AtomicLong();
        new JdbcDatabaseCopier(new ChunkLimits(Integer.parseInt(arguments[4]), 64L * Integer.parseInt(arguments[4])))
                .copy(new CopyRequest(specs[0], specs[1], MysqlTest.UPGRADE, 2), new Progress() {
                    @Override
                    public void expect(long expected) {
                        // the tests know
                    }

                    @Override
                    public void moved(long moved, long bytes) {
                        System.out.println("rows " + rows.addAndGet(moved));
                    }
                });
        System.out.println("copied");
    }
}
