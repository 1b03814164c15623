package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.Cloner;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/** H2 1.2 to 1.4 in files: what Carbon ships with. */
public final class H2Dialect extends Dialect {

    private static final String DRIVER = "org.h2.Driver";

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean handles(String url) {
        return url.startsWith(H2Url.PREFIX);
    }

    @Override
    public DatabaseIdentity identity(DatabaseSpec database) {
        H2Url url = H2Url.of(database);
        return new DatabaseIdentity(name(), "H2 file " + url.path(), url.given());
    }

    @Override
    public boolean same(DatabaseSpec one, DatabaseSpec other, DriverLibrary drivers) {
        Path mine = filesOf(one).main();
        Path theirs = filesOf(other).main();
        try {
            return super.same(one, other, drivers) || mine != null && theirs != null && Files.isSameFile(mine, theirs);
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot tell two database files apart: " + e, one.name(), e);
        }
    }

    @Override
    public List<Path> files(DatabaseSpec database) {
        return filesOf(database).everything();
    }

    @Override
    public boolean exists(DatabaseSpec database) {
        return filesOf(database).exist();
    }

    @Override
    public OpenDatabase openSource(DatabaseSpec database, DriverLibrary drivers) {
        if (!exists(database)) {
            throw new DbCopyException(DbError.DB_MISSING, "There is no " + identity(database) + ".", database.name());
        }
        if (database.snapshots() == null) {
            throw new IllegalArgumentException("an H2 database to be read needs a directory for its snapshot");
        }
        return connector(database, drivers).snapshot();
    }

    @Override
    public Optional<Cloner> cloner(CopyRequest request, DriverLibrary drivers) {
        Driver driver = driver(request.target(), drivers);
        boolean oneVersion = driver == driver(request.source(), drivers)
                || version(request.source(), drivers).equals(version(request.target(), drivers));
        return Optional.of(new H2Cloner(request, driver, oneVersion));
    }

    @Override
    public void settle(CopyRequest request, DriverLibrary drivers) {
        try {
            new H2CloneFolder(H2Url.of(request.target()).path(), request.upgradeId()).settle();
        } catch (IOException e) {
            String name = request.target().name();
            throw new DbCopyException(DbError.DB_FILE, "Cannot remove what an earlier run left: " + e, name, e);
        }
    }

    /** The version of a database's driver, with all its digits. */
    private String version(DatabaseSpec database, DriverLibrary drivers) {
        try (OpenDatabase scratch = openScratch(database, drivers)) {
            return version(scratch);
        }
    }

    private static String version(OpenDatabase database) {
        return Jdbc.call("read the version", database.name(), () -> {
            try (Connection connection = database.connect()) {
                return connection.getMetaData().getDatabaseProductVersion();
            }
        });
    }

    @Override
    public OpenDatabase look(DatabaseSpec database, DriverLibrary drivers) {
        return connector(database, drivers).readOnly();
    }

    @Override
    public OpenDatabase openTarget(DatabaseSpec database, DriverLibrary drivers) {
        return connector(database, drivers).inPlace();
    }

    @Override
    public OpenDatabase openScratch(DatabaseSpec database, DriverLibrary drivers) {
        return connector(database, drivers).scratch("scratch_" + UUID.randomUUID());
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new H2SchemaReader(connection).read();
    }

    @Override
    public Schema schemaFor(OpenDatabase source, DatabaseSpec target, DriverLibrary drivers) {
        String version = version(source);
        try (OpenDatabase scratch = openScratch(target, drivers)) {
            return new H2Translation(scratch).of(schema(source), version);
        }
    }

    @Override
    public boolean storesAlike(Connection source, Connection target) throws SQLException {
        String version = source.getMetaData().getDatabaseProductVersion();
        return version.equals(target.getMetaData().getDatabaseProductVersion());
    }

    @Override
    public ValueBinder binder() {
        return H2Values::bind;
    }

    /** H2 runs one statement at a time and locks whole tables in its older file format: more workers only wait. */
    @Override
    public int jobs(int wanted) {
        return 1;
    }

    /**
     * A batch. H2 1.3 stores a large object in a transaction of its own as soon as it is bound, and cannot shorten its log while
     * rows of ours wait for their commit: once the log is longer than 16 MB, each such object would cost a checkpoint of the whole
     * file, for as long as the database is open. With batches nothing waits when an object is stored. H2 1.4 writes what a long
     * transaction has changed once more at its end.
     */
    @Override
    public ChunkLimits transactions(ChunkLimits elsewhere) {
        return elsewhere.atMost(ChunkLimits.BATCH);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        Jdbc.execute(connection, "DROP ALL OBJECTS");
    }

    @Override
    public List<String> finishing(Schema schema) {
        return H2Sequences.positions(schema.objects());
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        return "ALTER INDEX " + index.name().sql() + " RENAME TO " + ObjectName.quote(name.last());
    }

    @Override
    public void runScript(Connection connection, Path script) throws SQLException {
        try (PreparedStatement run = connection.prepareStatement("RUNSCRIPT FROM ? CHARSET 'UTF-8'")) {
            run.setString(1, script.toString());
            run.execute();
        }
    }

    private static H2Files filesOf(DatabaseSpec database) {
        return new H2Files(H2Url.of(database).path());
    }

    @Override
    public Driver driver(DatabaseSpec database, DriverLibrary drivers) {
        Driver driver = drivers.driver(database, DRIVER);
        if (driver.getMajorVersion() != 1) {
            throw new DbCopyException(
                    DbError.DB_UNSUPPORTED,
                    "H2 " + driver.getMajorVersion() + " is not supported; supported are H2 1.2 to 1.4.",
                    database.name());
        }
        return driver;
    }

    private H2Connector connector(DatabaseSpec database, DriverLibrary drivers) {
        return new H2Connector(database, driver(database, drivers));
    }
}
