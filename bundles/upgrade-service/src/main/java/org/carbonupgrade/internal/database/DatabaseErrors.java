package org.carbonupgrade.internal.database;

import java.util.EnumSet;
import java.util.Set;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Errors of the database copier in the words of an upgrade. */
public final class DatabaseErrors {

    /** Something went wrong in the middle, rather than was refused before anything was changed. */
    private static final Set<DbError> FAILURES =
            EnumSet.of(DbError.DB_SQL, DbError.DB_FILE, DbError.DB_INTERRUPTED, DbError.DB_SCRIPT);

    private DatabaseErrors() {}

    public static UpgradeException upgradeException(DbCopyException e) {
        return new UpgradeException(
                e.error().name(), e.getMessage(), e.where(), e.remedy(), !FAILURES.contains(e.error()), e);
    }

    public static Finding finding(DbCopyException e) {
        return new Finding(Status.FAIL, e.error().name(), e.getMessage(), e.where(), e.remedy());
    }
}
