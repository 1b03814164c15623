package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
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
import org.carbonupgrade.dbcopy.internal.work.Patience;
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
    private final Staging staging;
    private final Patience patience;
    private final int jobs;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Retold progress;

    StreamCopy(
            Dialect dialect,
            Optional<FastLane> lane,
            OpenDatabase source,
            OpenDatabase target,
            Patience patience,
            int jobs,
            ChunkLimits limits,
            Stop stop,
            Retold progress) {
        this.dialect = dialect;
        this.lane = lane;
        this.source = source;
        this.staging = new Staging(target, patience);
        this.patience = patience;
        this.jobs = jobs;
        this.limits = limits;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Makes the target what the schema says, with the source's rows, and declares it complete: after a pass in which no connection
     * was lost, so that nothing that was found or made can have been forgotten since by a server that crashed.
     *
     * @param claim says again, now that the target is open to be written, whether it may be
     */
    List<TableCopy> run(Schema schema, Claim claim) {
        List<TableCopy> tables = null;
        for (int pass = 0; pass <= patience.tries(); pass++) {
            progress.again();
            Start start = staging.call("begin the copy", write -> look(schema, claim, write));
            if (start.state == Claim.State.COMPLETE) {
                return completed(tables);
            }
            int losses = staging.losses();
            begin(schema, claim, start);
            SchemaMaker maker = maker(start.there);
            tables = fill(schema, maker);
            if (complete(schema, maker, tables, losses)) {
                return tables;
            }
        }
        throw new DbCopyException(
                DbError.DB_CONNECT,
                "Connections are lost again and again: " + staging.losses() + " in this run.",
                staging.name());
    }

    /** Looks whether the target may be written, and empties it if that is needed. */
    private Start look(Schema schema, Claim claim, Connection write) throws SQLException {
        Schema there = dialect.schema(write);
        Claim.State state = claim.judge(there, write, staging.name());
        dialect.requireWritable(write, schema, staging.name());
        if (state == Claim.State.STALE) {
            dialect.clear(write);
            there = dialect.schema(write);
        }
        return new Start(state, there);
    }

    private void begin(Schema schema, Claim claim, Start start) {
        if (start.state != Claim.State.UNFINISHED) {
            maker(start.there).make(schema.objects(Stage.FOUNDATION));
            staging.call("claim the database", write -> {
                claim.begin(dialect.schema(write), dialect, write);
                return null;
            });
        }
    }

    /** The last settings may forbid the statements before them, which are not repeated when they have been run. */
    private List<TableCopy> fill(Schema schema, SchemaMaker maker) {
        boolean finished =
                staging.call("read how far the copy is", write -> MarkerTable.note(write, Mark.FINISHED, 0)) != null;
        boolean early = jobs > 1 && dialect.checksForeignKeysByStatistics(); // one job makes all keys in their order
        maker.make(schema.objects(Stage.TABLES));
        KeyMaker keys = new KeyMaker(maker, schema.objects(Stage.KEYS), jobs, staging.name(), stop);
        List<TableCopy> tables = loader().load(schema.tables(), table -> {
            keys.loaded(table);
            if (early && !finished) {
                gatherStatistics(table);
            }
        });
        keys.finish();
        if (!finished) {
            finish(schema, early ? Collections.emptyList() : schema.tables());
        }
        return tables;
    }

    /** @param unknown tables without statistics */
    private void finish(Schema schema, List<Table> unknown) {
        run(dialect.finishing(schema), "finish the copy");
        Workers.all(jobs, staging.name(), stop, unknown, table -> {
            gatherStatistics(table);
            return table;
        });
        staging.call("mark the copy", write -> {
            MarkerTable.write(write, Mark.FINISHED, 0, "all but the last settings");
            write.commit();
            return null;
        });
    }

    /**
     * The last settings may also forbid us another connection.
     *
     * @return false if a connection was lost since there were so many losses
     */
    private boolean complete(Schema schema, SchemaMaker maker, List<TableCopy> tables, int losses) {
        try {
            return staging.once("complete the copy", write -> {
                if (staging.losses() != losses) {
                    return false;
                }
                maker.make(schema.objects(Stage.LAST), write);
                staging.makeLasting(write);
                CopyTotal.of(tables).complete(write);
                return true;
            });
        } catch (DbCopyException e) {
            if (staging.losses() == losses) {
                throw e;
            }
            return false; // the next pass finds out what was done
        }
    }

    /** A copy that is found complete after a pass of ours is ours: the answer to its last commit was lost. */
    private List<TableCopy> completed(List<TableCopy> tables) {
        if (tables == null) {
            throw new DbCopyException(
                    DbError.DB_IN_USE, "Another process has completed the copy meanwhile.", staging.name());
        }
        return tables;
    }

    private void gatherStatistics(Table table) {
        run(dialect.statistics(table), "gather the statistics of table " + table);
    }

    private void run(List<String> statements, String doing) {
        staging.each(statements, statement -> doing, (write, statement, again) -> {
            stop.check(staging.name());
            Jdbc.execute(write, statement);
        });
    }

    private SchemaMaker maker(Schema there) {
        return new SchemaMaker(dialect, staging, there, stop);
    }

    private Loader loader() {
        return lane.<Loader>map(fast -> new FastLoader(fast, source, staging, jobs, limits, stop, progress))
                .orElseGet(() -> new JdbcLoader(dialect, source, staging, jobs, limits, stop, progress));
    }

    /** What the target holds, when a pass begins. */
    private static final class Start {

        private final Claim.State state;
        private final Schema there;

        private Start(Claim.State state, Schema there) {
            this.state = state;
            this.there = there;
        }
    }
}
