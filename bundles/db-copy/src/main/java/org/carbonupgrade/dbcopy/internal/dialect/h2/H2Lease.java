package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * Who in this JVM uses the files of an H2 database. H2 itself shares an open database among all connections of a JVM: whoever shuts
 * it down takes it from the others, and whoever opened it first decides whether it can be written. The methods that change the
 * state are called under the lease's monitor, together with the opening or closing itself.
 */
final class H2Lease {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final Map<Path, H2Lease> ALL = new ConcurrentHashMap<>();

    private int users;
    private boolean writing;

    private H2Lease() {}

    /** The lease of the database with this path; always the same. */
    static H2Lease of(Path database) {
        return ALL.computeIfAbsent(database, path -> new H2Lease());
    }

    /** A lease of what nobody else can have open. */
    static H2Lease ofNobodyElse() {
        return new H2Lease();
    }

    /** Whether nobody uses the database. */
    boolean isFree() {
        return users == 0;
    }

    /**
     * Waits until nobody uses the database in the other way: to write, or only to read.
     *
     * @param name the database's, for messages
     */
    void await(boolean toWrite, String name) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (users > 0 && writing != toWrite) {
            try {
                wait(Math.max(1, end - System.currentTimeMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DbCopyException(DbError.DB_INTERRUPTED, "The work was interrupted.", name);
            }
            if (users > 0 && System.currentTimeMillis() >= end) {
                throw new DbCopyException(
                        DbError.DB_IN_USE, "Another command of this process has the database open.", name);
            }
        }
    }

    /** Counts one more user, who has opened the database. */
    void enter(boolean toWrite) {
        users++;
        writing = toWrite;
    }

    /** Counts one user less, who is about to close it; tells whether nobody is left. */
    boolean leave() {
        users--;
        notifyAll();
        return users == 0;
    }
}
