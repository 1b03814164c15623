package org.carbonupgrade.dbcopy.internal.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableComparison;
import org.carbonupgrade.dbcopy.internal.Workers;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;

/** Compares two open databases: schema, then every table that both have. */
public final class Comparison {

    private final Dialect dialect;
    private final OpenDatabase source;
    private final OpenDatabase target;
    private final int jobs;
    private final Progress progress;

    public Comparison(Dialect dialect, OpenDatabase source, OpenDatabase target, int jobs, Progress progress) {
        this.dialect = dialect;
        this.source = source;
        this.target = target;
        this.jobs = dialect.jobs(jobs);
        this.progress = progress;
    }

    public CompareResult run() {
        long start = System.nanoTime();
        Schema mine = schema(source);
        Schema theirs = schema(target);
        List<Table> tables = alike(mine, theirs);
        progress.expect(Jdbc.call("count rows", source.name(), () -> RowCounts.of(source, tables)));
        List<TableComparison> compared = Workers.all(jobs, target.name(), tables, this::compare).stream()
                .sorted(Comparator.comparing(TableComparison::table))
                .collect(Collectors.toList());
        return new CompareResult(
                compared,
                SchemaComparison.of(mine, theirs),
                mine.objects().size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Tables whose rows can be held against each other; of the others the schema comparison tells. */
    private static List<Table> alike(Schema mine, Schema theirs) {
        Map<String, String> columns =
                theirs.tables().stream().collect(Collectors.toMap(Table::name, Table::columnsSql));
        return mine.tables().stream()
                .filter(table -> table.columnsSql().equals(columns.get(table.name())))
                .collect(Collectors.toList());
    }

    private TableComparison compare(Table table) {
        return Jdbc.call("compare table " + table.name(), target.name(), () -> {
            try (Connection mine = source.connect();
                    Connection theirs = target.connect()) {
                return new TableComparer(table, dialect.binder(), progress).compare(mine, theirs);
            }
        });
    }

    private Schema schema(OpenDatabase database) {
        try (Connection connection = database.connect()) {
            return MarkerTable.hide(dialect.schema(connection));
        } catch (SQLException e) {
            throw Jdbc.failure("read the schema", database.name(), e);
        }
    }
}
