package org.carbonupgrade.dbcopy.internal.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;

/** What the engine has to know of one type of database. Stateless; one folder beside this file each. */
public abstract class Dialect {

    /** The type's name, for people and reports. */
    public abstract String name();

    /** What create scripts for this type are called, without their ending: {@code mssql}. */
    public String scriptName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a URL leads to this type. */
    public abstract boolean handles(String url);

    /** Tells physical databases apart, without opening one; equal for two URLs of the same database. */
    public abstract DatabaseIdentity identity(DatabaseSpec database);

    /**
     * Whether both lead to the same physical database, also where their identities are written differently; a server can be asked
     * who it is.
     */
    public boolean same(DatabaseSpec one, DatabaseSpec other, DriverLibrary drivers) {
        return identity(one).equals(identity(other));
    }

    /** The database's driver, if its version is supported. */
    public abstract Driver driver(DatabaseSpec database, DriverLibrary drivers);

    /** The files and directories of an embedded database, as far as they exist; none for a server's. */
    public abstract List<Path> files(DatabaseSpec database);

    /** Whether the database exists; opening a file database would make it. */
    public abstract boolean exists(DatabaseSpec database);

    /** Opens it to be read: what is done through the result never changes the database, and shows one state of it. */
    public abstract OpenDatabase openSource(DatabaseSpec database, DriverLibrary drivers);

    /** Opens it to be looked at for a moment, by connections that can't write; it exists. */
    public abstract OpenDatabase look(DatabaseSpec database, DriverLibrary drivers);

    /** Opens it to be written, and makes a file database that does not exist. */
    public abstract OpenDatabase openTarget(DatabaseSpec database, DriverLibrary drivers);

    /** Opens the target of a copy to be held against its source: read, and nothing else, as far as its type allows that. */
    public OpenDatabase openCompared(DatabaseSpec database, DriverLibrary drivers) {
        return openTarget(database, drivers);
    }

    /** Opens an empty scratch database that leaves nothing behind, with the same driver. */
    public abstract OpenDatabase openScratch(DatabaseSpec database, DriverLibrary drivers);

    /** The server's version, for people. */
    public String version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** Everything that the database consists of, apart from the rows. */
    public abstract Schema schema(Connection connection) throws SQLException;

    /** Everything that the database consists of, apart from the rows. */
    public final Schema schema(OpenDatabase database) {
        return Jdbc.call("read the schema", database.name(), () -> {
            try (Connection connection = database.connect()) {
                return schema(connection);
            }
        });
    }

    /** The source's schema as the target's version of the database writes it, which need not be the source's version. */
    public Schema schemaFor(OpenDatabase source, DatabaseSpec target, DriverLibrary drivers) {
        return schema(source);
    }

    /**
     * Refuses a target whose user may not make what the schema consists of; names every right that is missing.
     *
     * @param where the target's name
     */
    public void requireWritable(Connection target, Schema schema, String where) throws SQLException {
        // where a right is missing, the first statement that needs it fails
    }

    /** Whether the target is sure to give back any value of the source as it was: both are of one version, say. */
    public boolean storesAlike(Connection source, Connection target) throws SQLException {
        return true;
    }

    /** A copied table as it is read back when its rows are there: without its key if that is made only then. */
    public Table readBack(Table table) {
        return table;
    }

    /** How values are given to the database. */
    public abstract ValueBinder binder();

    /** The databases' own way to move rows, if there is one; otherwise they go through plain JDBC. */
    public Optional<FastLane> fastLane(OpenDatabase source, OpenDatabase target) {
        return Optional.empty();
    }

    /** The way to copy this database as a whole, if its type has one. */
    public Optional<Cloner> cloner(CopyRequest request, DriverLibrary drivers) {
        return Optional.empty();
    }

    /**
     * Puts right what an earlier run of the same upgrade left behind if it died while it made a clone, or put it in the staging
     * database's place. Whatever is not sure to be that run's is left alone.
     */
    public void settle(CopyRequest request, DriverLibrary drivers) {
        // a type that is not cloned has nothing to put right
    }

    /** How many tables may be worked on at once, given how many are asked for. */
    public abstract int jobs(int wanted);

    /**
     * How much is written in one transaction where rows go through JDBC, given how much is written elsewhere.
     *
     * @return at most what is given
     */
    public ChunkLimits transactions(ChunkLimits elsewhere) {
        return elsewhere;
    }

    /** Removes everything from a database that holds nothing but our own unfinished copy. */
    public abstract void clear(Connection connection) throws SQLException;

    /** The statement that makes our own marker table, of which nothing but its name and columns may differ. */
    public String markerTable(String name) {
        return "CREATE TABLE " + name
                + "(MARK VARCHAR(16) NOT NULL, TABLE_NO INTEGER NOT NULL, NOTE VARCHAR(2000) NOT NULL,"
                + " CONSTRAINT " + name + "_PK PRIMARY KEY (MARK, TABLE_NO))";
    }

    /** Readies a connection, which is closed afterwards, for rows of one table that bring all their values with them. */
    public void expectRows(Connection target, Table table) throws SQLException {
        // columns take what they are given
    }

    /** Makes a schema object; one that comes with another needs nothing. */
    public void make(Connection connection, SchemaObject object) throws SQLException {
        Jdbc.execute(connection, object.definition());
    }

    /**
     * Statements that gather the statistics of one table, whose rows and indexes are there; none where the database does it by
     * itself. Repeating them is harmless, and so is gathering those of several tables at once.
     */
    public List<String> statistics(Table table) {
        return Collections.emptyList();
    }

    /**
     * Whether foreign keys are checked more quickly where there are statistics. Those of a table are then gathered as soon as its own
     * indexes are there, while other tables still load. Otherwise they are for whoever queries first, and come when nothing is
     * altered any more: a foreign key may bring an index of its own, which is to have statistics too.
     */
    public boolean checksForeignKeysByStatistics() {
        return false;
    }

    /**
     * Statements run when everything is there: they put counters and sequences, which rows may have moved, to their positions.
     * Repeating them is harmless.
     */
    public List<String> finishing(Schema schema) {
        return Collections.emptyList();
    }

    /** The statement that gives an index another name in the same schema. */
    public abstract String renameIndex(SchemaObject index, ObjectName name);

    /** Runs a create script as the database's own tool would. */
    public abstract void runScript(Connection connection, Path script) throws SQLException;
}
