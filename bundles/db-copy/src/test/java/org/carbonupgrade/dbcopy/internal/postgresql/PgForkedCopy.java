package org.carbonupgrade.dbcopy.internal.postgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/** A copy in a JVM of its own. Prints {@code begin}, {@code rows N} many times, {@code copied}. */
final class PgForkedCopy {

    private PgForkedCopy() {}

    /**
     * Starts copying.
     *
     * @param root the folder that its output is kept in
     * @param bytes of a chunk; a table is copied in parts of sixteen
     */
    static ForkedJvm start(Path root, DatabaseSpec old, DatabaseSpec staging, long bytes, String... options)
            throws IOException {
        return ForkedJvm.start(
                root,
                Arrays.asList(options),
                PgForkedCopy.class,
                old.url(),
                staging.url(),
                old.drivers().get(0).toString(),
                old.username(),
                String.valueOf(bytes));
    }

    /** Arguments: both URLs, the driver, the user, bytes of a chunk. */
    public static void main(String[] arguments) {
        DatabaseSpec old = spec("OLD", arguments[0], arguments[2], arguments[3]);
        DatabaseSpec staging = spec("STAGING", arguments[1], arguments[2], arguments[3]);
        System.out.println("begin");
        new JdbcDatabaseCopier(new ChunkLimits(5000, Long.parseLong(arguments[4])))
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

    private static DatabaseSpec spec(String name, String url, String driver, String user) {
        return DatabaseSpec.named(name)
                .url(url)
                .user(user, PgServer.PASSWORD)
                .drivers(Collections.singletonList(Paths.get(driver)))
                .build();
    }
}
