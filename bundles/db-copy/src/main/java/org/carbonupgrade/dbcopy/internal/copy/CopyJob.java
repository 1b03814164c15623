package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.dialect.CannotClone;
import org.carbonupgrade.dbcopy.internal.dialect.Cloner;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.SnapshotLost;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.PassingFailure;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Backoff;
import org.carbonupgrade.dbcopy.internal.work.Patience;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/**
 * One run of a copy: looks at the target without touching it, refuses or finds it complete, and only then copies in the fastest way
 * that is sure to be possible.
 */
public final class CopyJob {

    private final Dialect dialect;
    private final DriverLibrary drivers;
    private final CopyRequest request;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Patience patience;
    private final Retold progress;
    private final UpgradeMark wanted;
    private final String name;
    private final long start = System.nanoTime();
    private boolean letIn;

    public CopyJob(
            Dialect dialect,
            DriverLibrary drivers,
            CopyRequest request,
            ChunkLimits limits,
            Backoff backoff,
            Stop stop,
            Progress progress) {
        this.dialect = dialect;
        this.drivers = drivers;
        this.request = request;
        this.limits = limits;
        this.stop = stop;
        this.patience = new Patience(backoff, stop, progress);
        this.progress = new Retold(progress);
        this.wanted = new UpgradeMark(
                request.upgradeId(), dialect.identity(request.source()).toString(), UpgradeMark.Phase.COPYING);
        this.name = request.target().name();
    }

    /** Copies, or goes on with a copy, or finds it complete. */
    public CopyResult run() {
        Found found = look();
        if (request.strategy() == Strategy.STREAM || found.isComplete()) {
            return stream(found, "; not cloned: streaming was asked for");
        }
        Optional<Cloner> cloner = dialect.cloner(request, drivers);
        if (request.strategy() == Strategy.AUTO && !cloner.isPresent()) {
            return stream(found, ""); // there is nothing faster
        }
        try {
            return clone(found, cloner);
        } catch (CannotClone e) {
            if (request.strategy() == Strategy.CLONE) {
                throw e;
            }
            return stream(look(), "; not cloned: " + e.reason()); // anew: an attempt may have been made
        }
    }

    private Found look() {
        if (!dialect.exists(request.target())) {
            return Found.NOTHING;
        }
        try (OpenDatabase target = dialect.look(request.target(), drivers)) {
            return Jdbc.call("read the database", name, () -> {
                try (Connection connection = target.connect()) {
                    return Found.in(dialect.schema(connection), connection, wanted, name);
                }
            });
        }
    }

    private CopyResult clone(Found found, Optional<Cloner> possible) {
        Cloner cloner = possible.orElseThrow(
                () -> new CannotClone("there is no way to clone " + dialect.name() + " databases", name));
        CannotClone.because(!found.isNothing(), "an earlier run began to stream it", name);
        cloner.requirePossible();
        CloneCopy copy = new CloneCopy(dialect, wanted, dialect.jobs(request.jobs()), stop, progress);
        List<String> notCarried = copy.run(cloner);
        return result(copy.objects(), notCarried, copy.tables(), copy.total(), "clone: " + cloner.name(), false);
    }

    /**
     * Streams. If the snapshot of the source is lost on the way, it goes on with a new one, as the next run would: the claim knows
     * whether the source is still what was copied.
     *
     * @param notFaster for people: why it is not cloned
     */
    private CopyResult stream(Found first, String notFaster) {
        Found[] known = {first};
        return patience.call(this::mayPass, () -> {
            Found found = known[0] == null ? look() : known[0];
            known[0] = null; // only once
            return stream(found, stop.attempt(), notFaster);
        });
    }

    /** A server that never let us in is not waited for: its place or the password is wrong, most often. */
    private boolean mayPass(DbCopyException failure) {
        boolean snapshotLost = failure instanceof SnapshotLost;
        letIn |= snapshotLost || failure.error() != DbError.DB_CONNECT;
        return letIn && (snapshotLost || PassingFailure.in(failure));
    }

    private CopyResult stream(Found found, Stop attempt, String notFaster) {
        try (OpenDatabase source = dialect.openSource(request.source(), drivers)) {
            Schema schema = MarkerTable.hide(dialect.schemaFor(source, request.target(), drivers));
            int objects = schema.objects().size();
            Claim.State state = found.state(source.fingerprint(), name);
            if (state == Claim.State.COMPLETE) {
                List<TableCopy> none = Collections.emptyList();
                return result(objects, schema.notCarried(), none, found.total(), "complete already", true);
            }
            int jobs = Math.min(dialect.jobs(request.jobs()), source.readers());
            try (OpenDatabase target = dialect.openTarget(request.target(), drivers)) {
                letIn = true;
                Optional<FastLane> lane = dialect.fastLane(source, target);
                List<TableCopy> tables = new StreamCopy(
                                dialect, lane, source, target, patience.of(attempt), jobs, limits, attempt, progress)
                        .run(schema, new Claim(wanted, source.fingerprint()));
                String strategy = "stream: rows go through "
                        + lane.map(FastLane::name).orElse("JDBC") + ", tables at once: " + jobs
                        + (source.remark().isEmpty() ? "" : "; " + source.remark()) + notFaster
                        + (patience.repeated() == 0 ? "" : "; done again after failures: " + patience.repeated());
                boolean resumed = state == Claim.State.UNFINISHED;
                return result(objects, schema.notCarried(), tables, CopyTotal.of(tables), strategy, resumed);
            }
        }
    }

    private CopyResult result(
            int objects,
            List<String> notCarried,
            List<TableCopy> tables,
            CopyTotal total,
            String strategy,
            boolean resumed) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new CopyResult(tables, total.rows(), total.bytes(), objects, notCarried, strategy, resumed, millis);
    }
}
