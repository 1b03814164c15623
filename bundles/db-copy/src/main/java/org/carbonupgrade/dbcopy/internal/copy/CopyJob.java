package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/**
 * One run of a copy: opens the source, looks at the target without touching it, refuses or finds it complete, and only then opens
 * the target to copy.
 */
public final class CopyJob {

    private final Dialect dialect;
    private final DriverLibrary drivers;
    private final CopyRequest request;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Progress progress;
    private final long start = System.nanoTime();

    public CopyJob(
            Dialect dialect,
            DriverLibrary drivers,
            CopyRequest request,
            ChunkLimits limits,
            Stop stop,
            Progress progress) {
        this.dialect = dialect;
        this.drivers = drivers;
        this.request = request;
        this.limits = limits;
        this.stop = stop;
        this.progress = progress;
    }

    /** Copies, or goes on with a copy, or finds it complete. */
    public CopyResult run() {
        UpgradeMark wanted = new UpgradeMark(
                request.upgradeId(), dialect.identity(request.source()).toString(), UpgradeMark.Phase.COPYING);
        try (OpenDatabase source = dialect.openSource(request.source(), drivers)) {
            Schema schema = MarkerTable.hide(dialect.schemaFor(source, request.target(), drivers));
            Claim claim = new Claim(wanted, source.fingerprint());
            Found found = look(claim);
            if (found.state == Claim.State.COMPLETE) {
                return result(schema, Collections.emptyList(), found.total, "complete already", true);
            }
            int jobs = Math.min(dialect.jobs(request.jobs()), source.readers());
            try (OpenDatabase target = dialect.openTarget(request.target(), drivers)) {
                Optional<FastLane> lane = dialect.fastLane(source, target);
                List<TableCopy> tables =
                        new StreamCopy(dialect, lane, source, target, jobs, limits, stop, progress).run(schema, claim);
                String strategy = "stream: rows go through "
                        + lane.map(FastLane::name).orElse("JDBC") + ", tables at once: " + jobs
                        + (source.remark().isEmpty() ? "" : "; " + source.remark());
                boolean resumed = found.state == Claim.State.UNFINISHED;
                return result(schema, tables, CopyTotal.of(tables), strategy, resumed);
            }
        }
    }

    private Found look(Claim claim) {
        if (!dialect.exists(request.target())) {
            return new Found(Claim.State.EMPTY, null);
        }
        String name = request.target().name();
        try (OpenDatabase target = dialect.look(request.target(), drivers)) {
            return Jdbc.call("read the database", name, () -> {
                try (Connection connection = target.connect()) {
                    Claim.State state = claim.judge(dialect.schema(connection), connection, name);
                    return new Found(state, state == Claim.State.COMPLETE ? CopyTotal.read(connection) : null);
                }
            });
        }
    }

    private CopyResult result(
            Schema schema, List<TableCopy> tables, CopyTotal total, String strategy, boolean resumed) {
        return new CopyResult(
                tables,
                total.rows(),
                total.bytes(),
                schema.objects().size(),
                schema.notCarried(),
                strategy,
                resumed,
                (System.nanoTime() - start) / 1_000_000);
    }

    /** How the target was found. */
    private static final class Found {

        private final Claim.State state;
        private final CopyTotal total;

        /** @param total what a complete copy holds, or null */
        Found(Claim.State state, CopyTotal total) {
            this.state = state;
            this.total = total;
        }
    }
}
