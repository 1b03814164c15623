package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.nio.file.Path;
import java.sql.Driver;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * Opens an H2 database in the ways that are needed. One with a directory for snapshots is never opened where it is, but a copy of
 * its files.
 */
final class H2Connector {

    private final DatabaseSpec spec;
    private final Driver driver;
    private final H2Url url;

    H2Connector(DatabaseSpec spec, Driver driver) {
        this.spec = spec;
        this.driver = driver;
        this.url = H2Url.of(spec);
    }

    /** A copy of the closed database's files, to be read; H2 may put aside what does not fit into memory. */
    H2Database snapshot() {
        return snapshot(true);
    }

    /** The database where it is, to be written; made if it does not exist. */
    H2Database inPlace() {
        H2Files files = new H2Files(url.path());
        files.requireWritable(spec.name());
        return open(url.path(), files.exist() ? url.existing(url.path()) : url.created(url.path()), true);
    }

    /**
     * The database, or the copy of its files, in such a way that H2 refuses to write. One that was left open by a process that died
     * is repaired first, as its own server would do at its next start.
     */
    H2Database readOnly() {
        H2Files files = new H2Files(url.path());
        if (spec.snapshots() != null) {
            return readOnlySnapshot();
        }
        if (!files.holdNothing()) {
            try {
                return open(url.path(), url.readOnly(url.path()), false);
            } catch (DbCopyException e) {
                refuseUnlessRepairHelps(e);
                files.unlock();
            }
        }
        return inPlace();
    }

    private H2Database readOnlySnapshot() {
        try {
            return snapshot(false);
        } catch (DbCopyException e) {
            refuseUnlessRepairHelps(e);
            new H2Snapshot(url.path(), spec.snapshots(), spec.name()).forget();
            snapshot(true).close();
            return snapshot(false);
        }
    }

    private static void refuseUnlessRepairHelps(DbCopyException e) {
        if (!H2Errors.needsRepair(e)) {
            throw e;
        }
    }

    /** Files that were copied to a place, to be written and shut down as they are. */
    H2Database copied(Path place) {
        return open(place, left(place), true);
    }

    /** A database in memory that is gone when it is closed. */
    H2Database scratch(String unique) {
        H2Lease lease = H2Lease.ofNobodyElse();
        synchronized (lease) {
            return new H2Database(spec, driver, url.scratch(unique), lease, true, () -> 0);
        }
    }

    /** The first version that can be told not to tidy up a file that nobody keeps. */
    private String left(Path path) {
        return driver.getMinorVersion() >= 4 ? url.leftAsItIs(path) : url.existing(path);
    }

    private H2Database open(Path path, String at, boolean toWrite) {
        H2Lease lease = H2Lease.of(path);
        synchronized (lease) {
            lease.await(toWrite, spec.name());
            H2Files files = new H2Files(path);
            if (lease.isFree()) {
                H2InUse.refuse(files.all(), spec.name());
            }
            return new H2Database(spec, driver, at, lease, toWrite, files::bytes);
        }
    }

    private H2Database snapshot(boolean toWrite) {
        H2Snapshot snapshot = new H2Snapshot(url.path(), spec.snapshots(), spec.name());
        Path path = snapshot.path();
        H2Lease lease = H2Lease.of(path);
        synchronized (lease) {
            lease.await(toWrite, spec.name());
            if (new H2Files(url.path()).holdNothing()) {
                throw new DbCopyException(DbError.DB_DAMAGED, "The database's file has nothing in it.", spec.name());
            }
            String fingerprint = lease.isFree() ? snapshot.refresh() : snapshot.verify();
            H2Files files = new H2Files(path);
            if (!toWrite) {
                return new H2Database(spec, driver, url.readOnly(path), lease, false, files::bytes)
                        .of(fingerprint, () -> {});
            }
            snapshot.opened();
            return new H2Database(spec, driver, left(path), lease, true, files::bytes)
                    .of(fingerprint, snapshot::closed);
        }
    }
}
