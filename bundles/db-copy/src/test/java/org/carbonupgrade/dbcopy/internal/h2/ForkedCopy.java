package org.carbonupgrade.dbcopy.internal.h2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/** A copy, followed by a comparison, in a JVM of its own: one that can be killed, or be given little memory. */
final class ForkedCopy {

    /** A limit for chunks: as much as the product moves at once. */
    static final int DEFAULT_CHUNKS = 0;

    private final Process process;
    private final Path output;

    private ForkedCopy(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts copying the databases that {@link H2Test} names.
     *
     * @param root the folder that they are in
     * @param chunk rows of a chunk, or {@link #DEFAULT_CHUNKS}
     * @param options for the JVM
     */
    static ForkedCopy start(String version, Path root, int chunk, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(ForkedCopy.class.getName(), version, root.toString(), String.valueOf(chunk)));
        Path output = Files.createTempFile(root, "copy", ".out");
        return new ForkedCopy(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** What it has printed so far: {@code begin}, {@code rows N} many times, {@code copied}, {@code equal}. */
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

    /** Waits for its end, two minutes at most; gives its exit status, more than 128 for one that was killed. */
    int status() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            kill();
        }
        return process.waitFor();
    }

    /** Arguments: version, root folder, rows of a chunk. */
    public static void main(String[] arguments) {
        H2Test databases = new H2Test() {};
        databases.version = arguments[0];
        databases.nameTheDatabases(Paths.get(arguments[1]));
        int chunk = Integer.parseInt(arguments[2]);
        DatabaseCopier copier =
                new JdbcDatabaseCopier(chunk == DEFAULT_CHUNKS ? ChunkLimits.DEFAULT : new ChunkLimits(chunk, 1 << 20));
        DatabaseSpec old = databases.old;
        DatabaseSpec staging = databases.staging;
        System.out.println("begin");
        copier.copy(new CopyRequest(old, staging, H2Test.UPGRADE, 1), new Printed());
        System.out.println("copied");
        boolean equal = copier.compare(new CompareRequest(old, staging, 1), Progress.NONE)
                .equal();
        System.out.println(equal ? "equal" : "different");
    }

    /** Prints how many rows are there. */
    private static final class Printed implements Progress {

        private final AtomicLong rows = new AtomicLong();

        @Override
        public void expect(long expected) {
            // the tests know
        }

        @Override
        public void moved(long moved, long bytes) {
            System.out.println("rows " + rows.addAndGet(moved));
        }
    }
}
