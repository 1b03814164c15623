package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** MySQL 5.5 and newer, MariaDB 10 and newer: a database is one schema of a server. */
public final class MysqlDialect extends Dialect {

    @Override
    public String name() {
        return "MySQL/MariaDB";
    }

    @Override
    public String scriptName() {
        return "mysql";
    }

    @Override
    public boolean handles(String url) {
        return MysqlUrl.isOne(url);
    }

    @Override
    public DatabaseIdentity identity(DatabaseSpec database) {
        return new DatabaseIdentity(
                name(), name() + " schema " + MysqlUrl.of(database).place(), null);
    }

    @Override
    public boolean same(DatabaseSpec one, DatabaseSpec other, DriverLibrary drivers) {
        return super.same(one, other, drivers)
                || MysqlPlace.same(new MysqlConnector(one, drivers), new MysqlConnector(other, drivers));
    }

    @Override
    public Driver driver(DatabaseSpec database, DriverLibrary drivers) {
        return MysqlDriver.find(database, drivers);
    }

    @Override
    public List<Path> files(DatabaseSpec database) {
        MysqlUrl.of(database);
        return Collections.emptyList();
    }

    /** Nothing is made by opening it: one that is not there says so then. */
    @Override
    public boolean exists(DatabaseSpec database) {
        return true;
    }

    @Override
    public OpenDatabase openSource(DatabaseSpec database, DriverLibrary drivers) {
        return new MysqlSnapshot(new MysqlConnector(database, drivers));
    }

    @Override
    public OpenDatabase look(DatabaseSpec database, DriverLibrary drivers) {
        return MysqlDatabase.toLookAt(new MysqlConnector(database, drivers));
    }

    @Override
    public OpenDatabase openTarget(DatabaseSpec database, DriverLibrary drivers) {
        return MysqlDatabase.toWrite(new MysqlConnector(database, drivers));
    }

    @Override
    public OpenDatabase openScratch(DatabaseSpec database, DriverLibrary drivers) {
        return MysqlDatabase.scratch(new MysqlConnector(database, drivers));
    }

    /** MySQL's drivers are told that MariaDB is MySQL 5.5.5, and something else behind that. */
    @Override
    public String version(Connection connection) throws SQLException {
        return Jdbc.first(connection, "SELECT VERSION()");
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new MysqlSchemaReader(connection).read();
    }

    @Override
    public Schema schemaFor(OpenDatabase source, DatabaseSpec target, DriverLibrary drivers) {
        return Jdbc.call("read the schema", source.name(), () -> {
            try (Connection connection = source.connect();
                    OpenDatabase staging = look(target, drivers);
                    Connection other = staging.connect()) {
                Schema schema = MysqlTranslation.between(connection, other).of(schema(connection));
                MysqlFit.require(connection, other, staging.name());
                return MysqlRights.named(schema, connection);
            }
        });
    }

    @Override
    public ValueBinder binder() {
        return MysqlValues::bind;
    }

    /** @param source what {@link #openSource} gave */
    @Override
    public Optional<FastLane> fastLane(OpenDatabase source, OpenDatabase target) {
        return Optional.of(MysqlWays.between((MysqlSnapshot) source, target));
    }

    @Override
    public int jobs(int wanted) {
        return wanted;
    }

    /** Our own marker table goes last: as long as anything is there, it says whose that is. */
    @Override
    public void clear(Connection connection) throws SQLException {
        for (String statement : MysqlLeftovers.drops(connection)) {
            Jdbc.execute(connection, statement);
        }
    }

    @Override
    public void make(Connection connection, SchemaObject object) throws SQLException {
        boolean withinTable =
                object.kind() != Kind.TABLE && object.kind() != Kind.SEQUENCE && object.stage() == Stage.TABLES;
        if (!withinTable) {
            MysqlContext.run(connection, object.definition());
        }
    }

    @Override
    public List<String> statistics(Table table) {
        return Collections.singletonList(
                "ANALYZE NO_WRITE_TO_BINLOG TABLE " + table.name().sql());
    }

    /** Counters and sequences, which rows may have moved since they were made. */
    @Override
    public List<String> finishing(Schema schema) {
        return schema.objects(Stage.KEYS).stream()
                .filter(object -> object.kind() == Kind.SEQUENCE)
                .map(SchemaObject::definition)
                .collect(Collectors.toList());
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        return "ALTER TABLE " + index.table().sql() + " RENAME INDEX "
                + ObjectName.quote(index.name().last()) + " TO " + ObjectName.quote(name.last());
    }

    @Override
    public void runScript(Connection connection, Path script) throws SQLException {
        MysqlScript.run(connection, script);
    }
}
