package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.TableSize;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/** Compares two databases: schema, then every table that both have. */
public final class Comparison {

    private final Dialect dialect;
    private final DriverLibrary drivers;
    private final CompareRequest request;
    private final ChunkLimits limits;
    private final Stop stop;
    private final Progress progress;

    public Comparison(
            Dialect dialect,
            DriverLibrary drivers,
            CompareRequest request,
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

    public CompareResult run() {
        try (OpenDatabase source = dialect.openSource(request.source(), drivers);
                OpenDatabase target = openTarget()) {
            return compare(source, target);
        }
    }

    /** One that is never to be written to is opened as the source is. */
    private OpenDatabase openTarget() {
        return request.target().snapshots() == null
                ? dialect.openCompared(request.target(), drivers)
                : dialect.openSource(request.target(), drivers);
    }

    private CompareResult compare(OpenDatabase source, OpenDatabase target) {
        long start = System.nanoTime();
        Schema mine = MarkerTable.hide(dialect.schemaFor(source, request.target(), drivers));
        Schema theirs = MarkerTable.hide(dialect.schema(target));
        Map<ObjectName, Table> counterparts =
                theirs.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        List<Table> tables = mine.tables().stream()
                .filter(table -> haveSameColumns(table, counterparts.get(table.name())))
                .collect(Collectors.toList());
        FastLane lane = dialect.fastLane(source, target).orElse(null);
        progress.expect(Jdbc.call("count rows", source.name(), () -> rows(lane, source, tables)));
        List<TableComparison> compared = Workers.all(
                Math.min(dialect.jobs(request.jobs()), Math.min(source.readers(), target.readers())),
                target.name(),
                stop,
                tables,
                table -> compare(lane, table, source, counterparts.get(table.name()), target));
        compared.sort(Comparator.comparing(TableComparison::table));
        return new CompareResult(
                compared,
                SchemaComparison.of(mine, theirs),
                mine.objects().size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** How many rows there are to read; where the sizes are known, the largest tables come first from now on. */
    private static long rows(FastLane lane, OpenDatabase source, List<Table> tables) throws SQLException {
        if (lane == null) {
            return RowCounts.of(source, tables);
        }
        try (Connection connection = source.connect()) {
            Map<Table, TableSize> sizes = lane.sizes(connection, tables);
            tables.sort(
                    Comparator.comparingLong((Table table) -> sizes.get(table).bytes())
                            .reversed());
            return sizes.values().stream().mapToLong(TableSize::rows).sum();
        }
    }

    /** Rows of other tables can't be held against each other; the comparison of the schemas tells of those. */
    private static boolean haveSameColumns(Table mine, Table theirs) {
        return theirs != null && mine.columnNames().equals(theirs.columnNames());
    }

    private TableComparison compare(
            FastLane lane, Table table, OpenDatabase source, Table counterpart, OpenDatabase target) {
        return Jdbc.call("compare table " + table, target.name(), () -> {
            try (Connection mine = source.connect();
                    Connection theirs = target.connect()) {
                Progress ofRows = lane == null ? progress : Progress.NONE;
                TableComparer rows = new TableComparer(dialect.binder(), limits, stop, ofRows, new Shown(request));
                return lane == null
                        ? rows.compare(table, mine, counterpart, theirs)
                        : new FastComparer(lane, rows, stop, progress).compare(table, mine, counterpart, theirs);
            }
        });
    }
}
