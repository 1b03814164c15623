package org.carbonupgrade.internal.staging;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseInfo;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.database.Rows;

/**
 * A database file that the new home was shipped with, in the place where a staging database is to be: neither "not empty" nor of
 * any value. A database that the plan names is never taken for one.
 */
public final class ShippedDatabase {

    private static final String USERS = "PUBLIC.UM_USER";

    private final DatabasePair pair;
    private final List<Path> files;
    private final long users;

    private ShippedDatabase(DatabasePair pair, List<Path> files, long users) {
        this.pair = pair;
        this.files = Collections.unmodifiableList(files);
        this.users = users;
    }

    /**
     * Looks whether there is one in a staging database's place.
     *
     * @throws DbCopyException if a process has it open
     */
    public static Optional<ShippedDatabase> inPlaceOf(DatabasePair pair, DatabaseCopier copier) {
        if (pair.stagingNamed()) {
            return Optional.empty();
        }
        try {
            DatabaseInfo found = copier.inspect(pair.staging());
            return found.exists() && !found.mark().isPresent()
                    ? Optional.of(new ShippedDatabase(pair, copier.files(pair.staging()), users(found, pair, copier)))
                    : Optional.empty();
        } catch (DbCopyException e) {
            if (e.error() != DbError.DB_CONNECT) {
                throw e;
            }
            // Another user or password: not the copy of the old database, which has its own.
            return Optional.of(new ShippedDatabase(pair, copier.files(pair.staging()), 0));
        }
    }

    /** Its files. */
    public List<Path> files() {
        return files;
    }

    /** For people; a warning if somebody has worked with it. */
    public Finding finding(String whatHappens) {
        String what = "The new home came with a database where that of " + pair + " is to be; " + whatHappens + ".";
        return users == 0
                ? UpgradeError.SHIPPED_DATABASE.found(Status.OK, files.get(0).toString(), what)
                : UpgradeError.SHIPPED_DATABASE.found(
                        Status.WARN, files.get(0).toString(), what + " It holds " + users + " users of its own.");
    }

    private static long users(DatabaseInfo found, DatabasePair pair, DatabaseCopier copier) {
        if (!found.tables().contains(USERS)) {
            return 0;
        }
        return copier.query(pair.staging(), connection -> Rows.count(connection, "SELECT COUNT(*) FROM " + USERS));
    }
}
