package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable.Mark;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/**
 * Copies a database by streaming: bare tables, rows, then keys, indexes and all the rest, and at last the positions of sequences.
 * Whatever is there already is not made again, so it can die anywhere and be run again.
 */
final class StreamCopy {

    private static final Set<Kind> SETTINGS = EnumSet.of(Kind.OPTION, Kind.SETTING, Kind.POSITION);

    /** What is made for many tables at once, one set after the other. */
    private static final List<Set<Kind>> PHASES = Arrays.asList(
            EnumSet.of(Kind.PRIMARY_KEY, Kind.INDEX, Kind.CONSTRAINT),
            EnumSet.of(Kind.PARTITION),
            EnumSet.of(Kind.FOREIGN_KEY));

    private static final String DEADLOCK = "40P01|40001";
    private static final int MOST_ATTEMPTS = 10;

    /** SQL states of values that do not fit, and of keys that are there twice. */
    private static final String REFUSED_VALUE = "2[23].*";

    private final Dialect dialect;
    private final OpenDatabase source;
    private final OpenDatabase target;
    private final int jobs;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Progress progress;

    StreamCopy(
            Dialect dialect,
            OpenDatabase source,
            OpenDatabase target,
            int jobs,
            ChunkLimits limits,
            Stop stop,
            Progress progress) {
        this.dialect = dialect;
        this.source = source;
        this.target = target;
        this.jobs = jobs;
        this.limits = limits;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Makes the target what the schema says, with the source's rows, and declares it complete.
     *
     * @param claim says again, now that the target is open to be written, whether it may be
     */
    List<TableCopy> run(Schema schema, Claim claim) {
        return Jdbc.call("copy the database", target.name(), () -> {
            try (Connection read = source.connect();
                    Connection write = target.connect()) {
                Schema there = begin(schema, claim, write);
                make(schema.objects(Stage.TABLES), there, write);
                List<TableCopy> tables = load(schema.tables(), read, write);
                makeKeys(schema.objects(Stage.KEYS), there, write);
                finish(schema, there, write);
                CopyTotal.of(tables).complete(write);
                return tables;
            }
        });
    }

    /** Claims the target, if need be after it was emptied; gives what it holds already. */
    private Schema begin(Schema schema, Claim claim, Connection write) throws SQLException {
        Schema there = dialect.schema(write);
        Claim.State state = claim.judge(there, write, target.name());
        if (state == Claim.State.STALE) {
            dialect.clear(write);
            there = dialect.schema(write);
        }
        if (state != Claim.State.UNFINISHED) {
            make(schema.objects(Stage.FOUNDATION), there, write);
            claim.begin(there, write);
        }
        return there;
    }

    /** The last settings may forbid the statements before them, which are not repeated when they have been run. */
    private void finish(Schema schema, Schema there, Connection write) throws SQLException {
        if (MarkerTable.note(write, Mark.FINISHED, 0) == null) {
            for (String statement : dialect.finishing(schema)) {
                Jdbc.execute(write, statement);
                write.commit();
            }
            MarkerTable.write(write, Mark.FINISHED, 0, "all but the last settings");
            write.commit();
        }
        make(schema.objects(Stage.LAST), there, write);
    }

    private void make(List<SchemaObject> objects, Schema there, Connection write) throws SQLException {
        for (SchemaObject object : objects) {
            if (isToBeMade(object, there)) {
                stop.check(target.name());
                make(object, write);
                write.commit(); // thousands of statements in one transaction would exhaust a server's locks
            }
        }
        write.commit();
    }

    /** The keys of different tables at once, then what needs the keys of other tables, at last the rest in its order. */
    private void makeKeys(List<SchemaObject> objects, Schema there, Connection write) throws SQLException {
        List<SchemaObject> rest = new ArrayList<>(objects);
        if (jobs > 1) {
            for (Set<Kind> phase : PHASES) {
                Predicate<SchemaObject> ofPhase = object ->
                        phase.contains(object.kind()) && !object.table().equals(ObjectName.NONE);
                Map<ObjectName, List<SchemaObject>> byTable = rest.stream()
                        .filter(ofPhase)
                        .collect(Collectors.groupingBy(SchemaObject::table, LinkedHashMap::new, Collectors.toList()));
                rest.removeIf(ofPhase);
                // An index becomes valid with the last of its parts, which two at once would each leave to the other.
                int atOnce = phase.contains(Kind.PARTITION) ? 1 : jobs;
                Workers.all(atOnce, target.name(), stop, new ArrayList<>(byTable.values()), table -> {
                    makeApart(table, there);
                    return table;
                });
            }
        }
        make(rest, there, write);
    }

    private void makeApart(List<SchemaObject> objects, Schema there) {
        Jdbc.run("make " + objects.get(0), target.name(), () -> {
            try (Connection own = target.connect()) {
                make(objects, there, own);
            }
        });
    }

    /** A setting has a value to begin with; everything else is as we made it, if it is there. */
    private static boolean isToBeMade(SchemaObject object, Schema there) {
        return there.like(object)
                .map(found ->
                        SETTINGS.contains(found.kind()) && !found.definition().equals(object.definition()))
                .orElse(true);
    }

    private void make(SchemaObject object, Connection write) {
        try {
            for (int attempt = 1; !made(object, write, attempt); attempt++) {
                stop.check(target.name());
            }
        } catch (SQLException e) {
            if (object.secret()) {
                // Also the database's message: it may cite the statement.
                throw new DbCopyException(DbError.DB_SQL, "Cannot make " + object + ".", target.name());
            }
            throw Jdbc.failure("make " + object, target.name(), e);
        }
    }

    /** Foreign keys made at once may wait for each other's tables; the database ends one of them. */
    private boolean made(SchemaObject object, Connection write, int attempt) throws SQLException {
        try {
            dialect.make(write, object);
            return true;
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).matches(DEADLOCK) || attempt == MOST_ATTEMPTS) {
                throw e;
            }
            write.rollback();
            return false;
        }
    }

    private List<TableCopy> load(List<Table> tables, Connection read, Connection write) throws SQLException {
        FastLane lane = dialect.fastLane().orElse(null);
        return lane == null
                ? load(tables, read)
                : new FastLoader(lane, source, target, jobs, limits, stop, progress).load(tables, read, write);
    }

    /** The largest tables first, so that no worker is left with one when the others are done. */
    private List<TableCopy> load(List<Table> tables, Connection read) throws SQLException {
        Map<Table, Long> rows = RowCounts.each(read, tables);
        progress.expect(rows.values().stream().mapToLong(Long::longValue).sum());
        List<Table> largestFirst = rows.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        return Workers.all(
                        jobs,
                        target.name(),
                        stop,
                        largestFirst,
                        table -> load(table, tables.indexOf(table), rows.get(table)))
                .stream()
                .sorted(Comparator.comparing(TableCopy::table))
                .collect(Collectors.toList());
    }

    private TableCopy load(Table table, int number, long rows) {
        return Jdbc.call("copy table " + table, target.name(), () -> {
            try (Connection from = source.connect();
                    Connection to = target.connect()) {
                TableLoader loader = new TableLoader(from, to, dialect.binder(), limits, stop, progress);
                if (dialect.storesAlike(from, to)) {
                    return loader.load(table, number, rows);
                }
                return loadIntoNewer(loader, table, number, rows, to);
            }
        });
    }

    /** Another version may not take a value, take two for one, or make another of it. */
    private TableCopy loadIntoNewer(TableLoader loader, Table table, int number, long rows, Connection to)
            throws SQLException {
        try {
            TableCopy copied = loader.load(table, number, rows);
            ReadBack.requireEqual(to, table, copied, dialect.binder(), limits, stop);
            return copied;
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).matches(REFUSED_VALUE)) {
                throw new DbCopyException(
                        DbError.DB_INEXACT,
                        "The staging database's version does not take the rows of table " + table + ".",
                        table.toString(),
                        Jdbc.withoutStatement(e));
            }
            throw e;
        }
    }
}
