package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.CannotClone;
import org.carbonupgrade.dbcopy.internal.dialect.Cloner;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Clones a closed H2 database by copying its files; the copy is opened, never the original. */
final class H2Cloner implements Cloner {

    /** The endings of what may lie in the staging database's place: it holds nothing. */
    private static final String OF_NO_VALUE = ".*\\.(lock|trace)\\.db(\\.old)?";

    private final DatabaseSpec source;
    private final DatabaseSpec target;
    private final Driver driver;
    private final boolean oneVersion;
    private final Path from;
    private final Path place;
    private final H2CloneFolder folder;

    /**
     * @param driver the staging database's
     * @param oneVersion whether the old database's driver is of the same version
     */
    H2Cloner(CopyRequest request, Driver driver, boolean oneVersion) {
        this.source = request.source();
        this.target = request.target();
        this.driver = driver;
        this.oneVersion = oneVersion;
        this.from = H2Url.of(source).path();
        this.place = H2Url.of(target).path();
        this.folder = new H2CloneFolder(place, request.upgradeId());
    }

    @Override
    public String name() {
        return "the closed database's files are copied";
    }

    @Override
    public void requirePossible() {
        H2Files files = new H2Files(from);
        if (!files.exist()) {
            throw new DbCopyException(DbError.DB_MISSING, "There is no H2 file " + from + ".", source.name());
        }
        if (files.holdNothing()) {
            throw new DbCopyException(DbError.DB_DAMAGED, "The database's file has nothing in it.", source.name());
        }
        H2Url.of(target).created(place);
        CannotClone.ifAny(reasons(files), target.name());
        H2InUse.refuse(files.all(), source.name());
    }

    private Set<String> reasons(H2Files files) {
        Set<String> reasons = new LinkedHashSet<>();
        H2Url old = H2Url.of(source);
        H2Url staging = H2Url.of(target);
        if (!oneVersion) {
            reasons.add("the staging database's H2 is of another version");
        }
        if (files.areOfTwoFormats()) {
            reasons.add("the old database has files of two formats");
        }
        old.differences(staging).forEach(name -> reasons.add("the URLs have different settings " + name));
        if (old.isEncrypted() && staging.isEncrypted() && !old.filePassword().equals(staging.filePassword())) {
            reasons.add("the passwords of the encrypted files differ");
        }
        new H2Files(place)
                .everything().stream()
                        .filter(file -> !file.toString().matches(OF_NO_VALUE))
                        .forEach(file -> reasons.add("the staging database's place is taken: " + file.getFileName()));
        return reasons;
    }

    @Override
    public List<String> make(Consumer<OpenDatabase> seal) {
        try {
            folder.settle();
            List<Path> made = folder.create();
            try {
                seal(new H2FileCopy(from, folder.database(), source.name()).run(), seal);
                folder.putInPlace();
            } catch (IOException | RuntimeException e) {
                folder.settle();
                for (Path empty : made) {
                    Files.delete(empty);
                }
                throw e;
            }
            return Collections.emptyList();
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot clone the database: " + e, target.name(), e);
        }
    }

    /** What staging's user does with the clone proves that the user can. */
    private void seal(String fingerprint, Consumer<OpenDatabase> seal) {
        try (H2Database own = new H2Connector(source, driver).copied(folder.database())) {
            Jdbc.run("let the staging database's user in", target.name(), () -> {
                try (Connection connection = own.connect()) {
                    new H2CloneUser(source, target).let(connection);
                }
            });
            try (H2Database clone =
                    new H2Connector(target, driver).copied(folder.database()).of(fingerprint, () -> {})) {
                seal.accept(clone);
            }
        }
    }
}
