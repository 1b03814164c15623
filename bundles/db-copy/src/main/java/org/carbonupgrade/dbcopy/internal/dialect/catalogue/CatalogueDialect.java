package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * What the dialects share that read a server's schema from its documented catalogue and move the rows by plain JDBC: none of them
 * was exercised against a live server, so every table is read back after it was copied.
 */
public abstract class CatalogueDialect extends Dialect {

    private final String name;
    private final SessionWords words;
    private final ScriptRunner scripts;

    /**
     * @param name the type's
     * @param words that sessions are opened, and servers are asked, with
     * @param scripts runs a create script
     */
    protected CatalogueDialect(String name, SessionWords words, ScriptRunner scripts) {
        this.name = name;
        this.words = words;
        this.scripts = scripts;
    }

    /** What a URL says. */
    protected abstract ServerUrl url(DatabaseSpec database);

    /** The driver's class if the data source names none. */
    protected abstract String driverClass(DatabaseSpec database);

    /** The statement that removes a table together with the foreign keys that lead to it. */
    protected abstract String dropTable(ObjectName table);

    /** The rights that a user lacks to make a schema; empty if none, or if that can't be told. */
    protected List<String> missingRights(Connection target, Schema schema) throws SQLException {
        return Collections.emptyList();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final DatabaseIdentity identity(DatabaseSpec database) {
        return new DatabaseIdentity(name(), name() + " " + url(database).place(), null);
    }

    @Override
    public final boolean same(DatabaseSpec one, DatabaseSpec other, DriverLibrary drivers) {
        return super.same(one, other, drivers) || who(one, drivers).equals(who(other, drivers));
    }

    @Override
    public final Driver driver(DatabaseSpec database, DriverLibrary drivers) {
        return drivers.driver(database, driverClass(database));
    }

    @Override
    public final List<Path> files(DatabaseSpec database) {
        url(database);
        return Collections.emptyList();
    }

    /** Nothing is made by opening it: one that is not there says so then. */
    @Override
    public final boolean exists(DatabaseSpec database) {
        return true;
    }

    @Override
    public final OpenDatabase openSource(DatabaseSpec database, DriverLibrary drivers) {
        return new SourceDatabase(connector(database, drivers), this);
    }

    @Override
    public final OpenDatabase look(DatabaseSpec database, DriverLibrary drivers) {
        return ServerDatabase.toLookAt(connector(database, drivers));
    }

    @Override
    public final OpenDatabase openTarget(DatabaseSpec database, DriverLibrary drivers) {
        return ServerDatabase.toWrite(connector(database, drivers));
    }

    @Override
    public final OpenDatabase openCompared(DatabaseSpec database, DriverLibrary drivers) {
        return look(database, drivers);
    }

    @Override
    public final OpenDatabase openScratch(DatabaseSpec database, DriverLibrary drivers) {
        return ServerDatabase.scratch(connector(database, drivers));
    }

    @Override
    public final Schema schemaFor(OpenDatabase source, DatabaseSpec target, DriverLibrary drivers) {
        return Jdbc.call("read the schema", source.name(), () -> {
            try (Connection mine = source.connect();
                    OpenDatabase staging = look(target, drivers);
                    Connection theirs = staging.connect()) {
                Fit.require(words, mine, theirs, staging.name());
                return schema(mine);
            }
        });
    }

    @Override
    public final void requireWritable(Connection target, Schema schema, String where) throws SQLException {
        Fit.requireRights(missingRights(target, schema), where);
    }

    @Override
    public final boolean storesAlike(Connection source, Connection target) {
        return false;
    }

    @Override
    public final Table readBack(Table table) {
        return table.withoutKey();
    }

    @Override
    public ValueBinder binder() {
        return Values::bind;
    }

    @Override
    public final int jobs(int wanted) {
        return wanted;
    }

    /** Code first, then tables; our own marker table goes last: as long as anything is there, it says whose that is. */
    @Override
    public void clear(Connection connection) throws SQLException {
        Schema schema = schema(connection);
        ObjectName marker = MarkerTable.in(schema).orElse(ObjectName.NONE);
        Collection<SchemaObject> all = schema.objects();
        List<SchemaObject> newestFirst = new ArrayList<>(all);
        Collections.reverse(newestFirst);
        for (SchemaObject object : newestFirst) {
            if (!object.name().equals(marker)) {
                drop(connection, object);
            }
        }
        if (!marker.equals(ObjectName.NONE)) {
            Jdbc.execute(connection, dropTable(marker));
        }
        connection.commit();
    }

    private void drop(Connection connection, SchemaObject object) throws SQLException {
        if (object.kind() == Kind.TABLE) {
            Jdbc.execute(connection, dropTable(object.name()));
        } else if (object.kind() == Kind.VIEW
                || object.kind() == Kind.SEQUENCE
                || object.kind() == Kind.FUNCTION
                || object.kind() == Kind.PROCEDURE
                || object.kind() == Kind.SCHEMA) {
            Jdbc.execute(
                    connection,
                    "DROP " + object.kind().label().toUpperCase(Locale.ROOT) + " "
                            + object.name().sql());
        }
    }

    /** A body of code may hold braces and question marks that are none of JDBC's. */
    @Override
    public final void make(Connection connection, SchemaObject object) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(object.definition());
        }
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        return "ALTER INDEX " + index.name().sql() + " RENAME TO " + ObjectName.quote(name.last());
    }

    @Override
    public final void runScript(Connection connection, Path script) throws SQLException {
        scripts.run(connection, script);
    }

    private Connector connector(DatabaseSpec database, DriverLibrary drivers) {
        return new Connector(database, url(database), driver(database, drivers), words);
    }

    /** Names and addresses may be many: the server says which it is. */
    private String who(DatabaseSpec database, DriverLibrary drivers) {
        return Jdbc.call("ask the server who it is", database.name(), () -> {
            try (OpenDatabase open = look(database, drivers);
                    Connection connection = open.connect()) {
                return String.join(" / ", Jdbc.column(connection, words.who()));
            }
        });
    }
}
