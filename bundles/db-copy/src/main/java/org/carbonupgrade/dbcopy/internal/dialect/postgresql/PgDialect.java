package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.Cloner;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** PostgreSQL 9.4 to 17, through its driver 9.4 or 42. */
public final class PgDialect extends Dialect {

    private static final String DRIVER = "org.postgresql.Driver";

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean handles(String url) {
        return url.startsWith(PgUrl.PREFIX);
    }

    @Override
    public DatabaseIdentity identity(DatabaseSpec database) {
        return new DatabaseIdentity(name(), PgUrl.of(database).identity(), null);
    }

    @Override
    public boolean same(DatabaseSpec one, DatabaseSpec other, DriverLibrary drivers) {
        if (super.same(one, other, drivers)) {
            return true;
        }
        try (PgDatabase mine = database(one, drivers, false);
                PgDatabase theirs = database(other, drivers, false)) {
            return PgIdentity.same(mine, theirs);
        }
    }

    @Override
    public Driver driver(DatabaseSpec database, DriverLibrary drivers) {
        return drivers.driver(database, DRIVER);
    }

    @Override
    public List<Path> files(DatabaseSpec database) {
        return Collections.emptyList();
    }

    /** Connecting to one that does not exist fails, and makes none. */
    @Override
    public boolean exists(DatabaseSpec database) {
        return true;
    }

    @Override
    public OpenDatabase openSource(DatabaseSpec database, DriverLibrary drivers) {
        database(database, drivers, false).checked();
        return new PgSource(database, driver(database, drivers));
    }

    @Override
    public Optional<Cloner> cloner(CopyRequest request, DriverLibrary drivers) {
        PgCluster cluster = new PgCluster(request, driver(request.target(), drivers));
        return Optional.of(new PgCloner(database(request.source(), drivers, false), cluster));
    }

    @Override
    public void settle(CopyRequest request, DriverLibrary drivers) {
        PgCluster cluster = new PgCluster(request, driver(request.target(), drivers));
        Jdbc.run("put right what an earlier run left", cluster.name(), new PgLeftovers(cluster)::settle);
    }

    @Override
    public OpenDatabase look(DatabaseSpec database, DriverLibrary drivers) {
        return database(database, drivers, false).checked();
    }

    @Override
    public OpenDatabase openTarget(DatabaseSpec database, DriverLibrary drivers) {
        database(database, drivers, true).checked();
        return new PgTarget(database, driver(database, drivers));
    }

    @Override
    public OpenDatabase openCompared(DatabaseSpec database, DriverLibrary drivers) {
        return look(database, drivers);
    }

    @Override
    public OpenDatabase openScratch(DatabaseSpec database, DriverLibrary drivers) {
        return new PgScratch(database, driver(database, drivers));
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        PgCatalog catalog = new PgCatalog(connection);
        return new PgSchemaReader(catalog, PgRoles.of(catalog).unbound()).read(false);
    }

    /** Refuses what can't be copied exactly, before anything is written. */
    @Override
    public Schema schemaFor(OpenDatabase source, DatabaseSpec target, DriverLibrary drivers) {
        return Jdbc.call("read the schema", source.name(), () -> {
            try (Connection mine = source.connect();
                    PgDatabase staging = database(target, drivers, false);
                    Connection theirs = staging.connect()) {
                PgCatalog old = new PgCatalog(mine);
                PgCatalog there = new PgCatalog(theirs);
                PgFit.requireReadable(old, source.name());
                PgFit.requireSameCharacters(old, there, target.name());
                Schema schema = new PgSchemaReader(old, PgRoles.of(there)).read(true);
                PgMemory.require(old, schema.tables(), source.name());
                List<String> notCarried = new ArrayList<>(schema.notCarried());
                notCarried.addAll(PgFit.collation(old, there));
                Schema named =
                        new Schema(schema.home(), new ArrayList<>(schema.objects()), schema.tables(), notCarried);
                return old.isLike(there)
                        ? named
                        : PgTranslation.into(new PgSchemaReader(there, PgRoles.of(there)).read(true), named);
            }
        });
    }

    @Override
    public void requireWritable(Connection target, Schema schema, String where) throws SQLException {
        PgFit.requireWritable(new PgCatalog(target), schema, where);
    }

    @Override
    public ValueBinder binder() {
        return (statement, index, column, value) -> {
            if (value == null) {
                statement.setNull(index, Types.NULL);
            } else if (value instanceof byte[]) {
                statement.setBytes(index, (byte[]) value);
            } else {
                statement.setString(index, value.toString());
            }
        };
    }

    @Override
    public Optional<FastLane> fastLane(OpenDatabase source, OpenDatabase target) {
        return Optional.of(new PgCopyLane());
    }

    @Override
    public int jobs(int wanted) {
        return wanted;
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        PgClearing.clear(connection);
    }

    @Override
    public List<String> statistics(Table table) {
        return Collections.singletonList("ANALYZE " + table.name().sql());
    }

    /** A whole table is checked by one query, which has to be planned well. */
    @Override
    public boolean checksForeignKeysByStatistics() {
        return true;
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        return "ALTER INDEX " + index.name().sql() + " RENAME TO " + ObjectName.quote(name.last());
    }

    @Override
    public void runScript(Connection connection, Path script) throws SQLException {
        try {
            Jdbc.execute(connection, new String(Files.readAllBytes(script), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SQLException("the script cannot be read: " + e, e);
        }
    }

    private PgDatabase database(DatabaseSpec database, DriverLibrary drivers, boolean toWrite) {
        return new PgDatabase(database, driver(database, drivers), toWrite);
    }
}
