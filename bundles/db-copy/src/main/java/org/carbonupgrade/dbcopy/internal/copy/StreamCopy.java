package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable.Mark;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/**
 * Copies a database by streaming: bare tables, rows, then keys, indexes and all the rest, and at last the positions of sequences.
 * Whatever is there already is not made again, so it can die anywhere and be run again.
 */
final class StreamCopy {

    private final Dialect dialect;
    private final Optional<FastLane> lane;
    private final OpenDatabase source;
    private final OpenDatabase target;
    private final int jobs;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Progress progress;

    StreamCopy(
            Dialect dialect,
            Optional<FastLane> lane,
            OpenDatabase source,
            OpenDatabase target,
            int jobs,
            ChunkLimits limits,
            Stop stop,
            Progress progress) {
        this.dialect = dialect;
        this.lane = lane;
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
                SchemaMaker maker = maker(there);
                maker.make(schema.objects(Stage.TABLES), write);
                KeyMaker keys = new KeyMaker(maker, schema.objects(Stage.KEYS), jobs, target.name(), stop);
                boolean finished = MarkerTable.note(write, Mark.FINISHED, 0) != null;
                List<TableCopy> tables = loader().load(schema.tables(), read, write, table -> {
                    keys.loaded(table);
                    if (!finished && jobs > 1) {
                        settle(table);
                    }
                });
                keys.finish(write);
                if (!finished && jobs == 1) {
                    schema.tables().forEach(this::settle); // its indexes were made only now
                }
                finish(schema, maker, write);
                CopyTotal.of(tables).complete(write);
                return tables;
            }
        });
    }

    /** Claims the target, if need be after it was emptied; gives what it holds already. */
    private Schema begin(Schema schema, Claim claim, Connection write) throws SQLException {
        Schema there = dialect.schema(write);
        Claim.State state = claim.judge(there, write, target.name());
        dialect.requireWritable(write, schema, target.name());
        if (state == Claim.State.STALE) {
            dialect.clear(write);
            there = dialect.schema(write);
        }
        if (state != Claim.State.UNFINISHED) {
            maker(there).make(schema.objects(Stage.FOUNDATION), write);
            claim.begin(there, dialect, write);
        }
        return there;
    }

    /** The last settings may forbid the statements before them, which are not repeated when they have been run. */
    private void finish(Schema schema, SchemaMaker maker, Connection write) throws SQLException {
        if (MarkerTable.note(write, Mark.FINISHED, 0) == null) {
            runAtOnce(dialect.finishing(schema), write);
            MarkerTable.write(write, Mark.FINISHED, 0, "all but the last settings");
            write.commit();
        }
        maker.make(schema.objects(Stage.LAST), write);
    }

    private void settle(Table table) {
        List<String> statements = dialect.settling(table);
        if (!statements.isEmpty()) {
            Jdbc.run("finish table " + table, target.name(), () -> {
                try (Connection own = target.connect()) {
                    run(statements, own);
                }
            });
        }
    }

    /** Statements of which each is about a table of its own, so that their order does not matter. */
    private void runAtOnce(List<String> statements, Connection write) throws SQLException {
        if (jobs == 1) {
            run(statements, write);
            return;
        }
        Map<Integer, List<String>> shares = IntStream.range(0, statements.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        at -> at % jobs, Collectors.mapping(statements::get, Collectors.toList())));
        Workers.all(jobs, target.name(), stop, new ArrayList<>(shares.values()), share -> {
            Jdbc.run("finish the copy", target.name(), () -> {
                try (Connection own = target.connect()) {
                    run(share, own);
                }
            });
            return share;
        });
    }

    private void run(List<String> statements, Connection connection) throws SQLException {
        for (String statement : statements) {
            stop.check(target.name());
            Jdbc.execute(connection, statement);
            connection.commit();
        }
    }

    private SchemaMaker maker(Schema there) {
        return new SchemaMaker(dialect, target, there, stop);
    }

    private Loader loader() {
        return lane.<Loader>map(fast -> new FastLoader(fast, source, target, jobs, limits, stop, progress))
                .orElseGet(() -> new JdbcLoader(dialect, source, target, jobs, limits, stop, progress));
    }
}
