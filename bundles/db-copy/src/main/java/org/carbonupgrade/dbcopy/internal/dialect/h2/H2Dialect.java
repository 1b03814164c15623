package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

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
    public boolean same(DatabaseSpec one, DatabaseSpec other) {
        Path mine = filesOf(one).main();
        Path theirs = filesOf(other).main();
        try {
            return super.same(one, other) || mine != null && theirs != null && Files.isSameFile(mine, theirs);
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
        Path snapshots = database.snapshots();
        if (snapshots == null) {
            throw new IllegalArgumentException("an H2 database to be read needs a directory for its snapshot");
        }
        H2Snapshot snapshot =
                H2Snapshot.of(H2Url.of(database).path(), snapshots.resolve(directoryName(database)), database.name());
        return H2Database.ofSnapshot(database, driver(database, drivers), snapshot);
    }

    @Override
    public OpenDatabase openTarget(DatabaseSpec database, DriverLibrary drivers) {
        return H2Database.inPlace(database, driver(database, drivers));
    }

    @Override
    public OpenDatabase openScratch(DatabaseSpec database, DriverLibrary drivers) {
        return H2Database.scratch(database, driver(database, drivers), "scratch_" + UUID.randomUUID());
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new H2SchemaReader(connection).read();
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

    @Override
    public void clear(Connection connection) throws SQLException {
        Jdbc.execute(connection, "DROP ALL OBJECTS");
    }

    @Override
    public List<String> finishing(Schema schema) {
        return H2Sequences.positions(schema.objects().values()).collect(Collectors.toList());
    }

    @Override
    public String renameIndex(SchemaObject index, String name) {
        return "ALTER INDEX " + quoted(index.name()) + " RENAME TO "
                + Table.quote(name.substring(name.indexOf('.') + 1));
    }

    @Override
    public void runScript(Connection connection, Path script) throws SQLException {
        try (PreparedStatement run = connection.prepareStatement("RUNSCRIPT FROM ? CHARSET 'UTF-8'")) {
            run.setString(1, script.toString());
            run.execute();
        }
    }

    private static String quoted(String qualified) {
        int dot = qualified.indexOf('.');
        return Table.quote(qualified.substring(0, dot)) + "." + Table.quote(qualified.substring(dot + 1));
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

    /** One snapshot directory a database: two databases can have the same name in two folders. */
    private static String directoryName(DatabaseSpec database) {
        String path = H2Url.of(database).path().toString();
        return Integer.toHexString(path.hashCode()) + "-"
                + H2Url.of(database).path().getFileName();
    }
}
