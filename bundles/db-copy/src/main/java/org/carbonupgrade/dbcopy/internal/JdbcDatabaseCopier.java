package org.carbonupgrade.dbcopy.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseInfo;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.Query;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.compare.Comparison;
import org.carbonupgrade.dbcopy.internal.copy.CopyJob;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.Dialects;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.drift.ScriptDrift;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.monitor.Monitored;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Backoff;
import org.carbonupgrade.dbcopy.internal.work.Shielded;
import org.osgi.service.component.annotations.Component;

/** The verbs, on any database for which there is a dialect. */
@Component(service = DatabaseCopier.class)
public final class JdbcDatabaseCopier implements DatabaseCopier {

    private final DriverLibrary drivers = new DriverLibrary();
    private final ChunkLimits limits;
    private final Backoff backoff;

    public JdbcDatabaseCopier() {
        this(ChunkLimits.DEFAULT);
    }

    /** @param limits how much is moved at once */
    public JdbcDatabaseCopier(ChunkLimits limits) {
        this(limits, Backoff.DEFAULT);
    }

    /** @param backoff how often, and after how long, what failed for a lost connection is tried again */
    public JdbcDatabaseCopier(ChunkLimits limits, Backoff backoff) {
        this.limits = limits;
        this.backoff = backoff;
    }

    @Override
    public DatabaseIdentity identify(DatabaseSpec database) {
        return Dialects.of(database).identity(database);
    }

    @Override
    public String scriptName(DatabaseSpec database) {
        return Dialects.of(database).scriptName();
    }

    @Override
    public boolean same(DatabaseSpec one, DatabaseSpec other) {
        Dialect dialect = Dialects.of(one);
        return dialect == Dialects.of(other) && dialect.same(one, other, drivers);
    }

    @Override
    public List<Path> files(DatabaseSpec database) {
        return Dialects.of(database).files(database);
    }

    @Override
    public String driver(DatabaseSpec database) {
        Driver driver = Dialects.of(database).driver(database, drivers);
        return driver.getClass().getName() + " " + driver.getMajorVersion() + "." + driver.getMinorVersion();
    }

    @Override
    public DatabaseInfo inspect(DatabaseSpec database) {
        Dialect dialect = Dialects.of(database);
        DatabaseIdentity identity = dialect.identity(database);
        if (!dialect.exists(database)) {
            return new DatabaseInfo(identity, "", false, Collections.emptyList(), null, 0);
        }
        try (OpenDatabase open = dialect.look(database, drivers);
                Connection connection = open.connect()) {
            Schema schema = dialect.schema(connection);
            UpgradeMark mark = MarkerTable.read(schema, connection).orElse(null);
            List<String> tables = MarkerTable.hide(schema).tables().stream()
                    .map(Table::toString)
                    .collect(Collectors.toList());
            String version = dialect.version(connection);
            return new DatabaseInfo(identity, version, true, tables, mark, open.bytes());
        } catch (SQLException e) {
            throw Jdbc.failure("read the database", database.name(), e);
        }
    }

    @Override
    public CopyResult copy(CopyRequest request, Progress progress) {
        Dialect dialect = sameType(request.source(), request.target());
        String name = request.target().name();
        return Monitored.run(
                "copy",
                name,
                progress,
                monitored -> Shielded.run(name, stop -> {
                    dialect.settle(request, drivers);
                    requireTwo(dialect, request.source(), request.target());
                    return new CopyJob(dialect, drivers, request, limits, backoff, stop, monitored).run();
                }));
    }

    @Override
    public CompareResult compare(CompareRequest request, Progress progress) {
        Dialect dialect = sameType(request.source(), request.target());
        requireTwo(dialect, request.source(), request.target());
        requireExisting(dialect, request.target());
        String name = request.target().name();
        return Monitored.run(
                "compare",
                name,
                progress,
                monitored -> Shielded.run(
                        name, stop -> new Comparison(dialect, drivers, request, limits, stop, monitored).run()));
    }

    @Override
    public ScriptComparison compareWithScript(DatabaseSpec database, Path createScript) {
        Dialect dialect = Dialects.of(database);
        requireExisting(dialect, database);
        try (OpenDatabase open = dialect.look(database, drivers);
                OpenDatabase scratch = dialect.openScratch(database, drivers)) {
            return ScriptDrift.of(dialect, open, scratch, createScript);
        }
    }

    @Override
    public <T> T query(DatabaseSpec database, Query<T> query) {
        Dialect dialect = Dialects.of(database);
        requireExisting(dialect, database);
        try (OpenDatabase open = dialect.look(database, drivers);
                Connection connection = open.connect()) {
            return query.ask(connection);
        } catch (SQLException e) {
            throw Jdbc.failure("query the database", database.name(), e);
        }
    }

    @Override
    public void apply(DatabaseSpec database, List<String> statements) {
        if (database.snapshots() != null) {
            throw new IllegalArgumentException(database + " is to be read only");
        }
        Dialect dialect = Dialects.of(database);
        requireExisting(dialect, database);
        try (OpenDatabase open = dialect.openTarget(database, drivers);
                Connection connection = open.connect()) {
            for (String statement : statements) {
                Jdbc.execute(connection, statement);
                connection.commit();
            }
        } catch (SQLException e) {
            throw Jdbc.failure("run a statement", database.name(), e);
        }
    }

    private static Dialect sameType(DatabaseSpec source, DatabaseSpec target) {
        Dialect mine = Dialects.of(source);
        Dialect theirs = Dialects.of(target);
        if (mine != theirs) {
            throw new DbCopyException(
                    DbError.DB_TYPES_DIFFER,
                    "The old database is " + mine.name() + ", the staging database " + theirs.name() + ".",
                    target.name());
        }
        return mine;
    }

    private void requireTwo(Dialect dialect, DatabaseSpec source, DatabaseSpec target) {
        if (dialect.same(source, target, drivers)) {
            throw new DbCopyException(
                    DbError.DB_SAME,
                    "Old and staging database are the same: " + dialect.identity(source) + ".",
                    target.name());
        }
    }

    private static void requireExisting(Dialect dialect, DatabaseSpec database) {
        if (!dialect.exists(database)) {
            throw new DbCopyException(
                    DbError.DB_MISSING, "There is no " + dialect.identity(database) + ".", database.name());
        }
    }
}
