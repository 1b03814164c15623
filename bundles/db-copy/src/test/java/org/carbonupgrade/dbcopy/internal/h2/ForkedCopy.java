package org.carbonupgrade.dbcopy.internal.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/**
 * A copy, followed by a comparison, in a JVM of its own. Prints {@code begin}, {@code rows N} many times, {@code copied},
 * {@code equal}.
 */
final class ForkedCopy {

    /** A limit for chunks: as much as the product moves at once. */
    static final int DEFAULT_CHUNKS = 0;

    private ForkedCopy() {}

    /**
     * Starts copying the databases that {@link H2Test} names.
     *
     * @param root the folder that they are in
     * @param chunk rows of a chunk, or {@link #DEFAULT_CHUNKS}
     * @param options for the JVM
     */
    static ForkedJvm start(String version, Path root, int chunk, String... options) throws IOException {
        return ForkedJvm.start(
                root,
                Arrays.asList(options),
                ForkedCopy.class,
                version,
                root.toString(),
                String.valueOf(chunk),
                "STREAM");
    }

    /** Starts cloning, or whatever is asked for, the databases that {@link H2Test} names. */
    static ForkedJvm start(String version, Path root, CopyRequest.Strategy strategy) throws IOException {
        return ForkedJvm.start(
                root,
                Collections.emptyList(),
                ForkedCopy.class,
                version,
                root.toString(),
                String.valueOf(DEFAULT_CHUNKS),
                strategy.name());
    }

    /** Arguments: version, root folder, rows of a chunk, strategy. */
    public static void main(String[] arguments) {
        H2Test databases = new H2Test() {};
        databases.version = arguments[0];
        databases.strategy = CopyRequest.Strategy.valueOf(arguments[3]);
        databases.nameTheDatabases(Paths.get(arguments[1]));
        int chunk = Integer.parseInt(arguments[2]);
        DatabaseCopier copier =
                new JdbcDatabaseCopier(chunk == DEFAULT_CHUNKS ? ChunkLimits.DEFAULT : new ChunkLimits(chunk, 1 << 20));
        DatabaseSpec old = databases.old;
        DatabaseSpec staging = databases.staging;
        System.out.println("begin");
        copier.copy(new CopyRequest(old, staging, H2Test.UPGRADE, 1, databases.strategy), new Printed());
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
