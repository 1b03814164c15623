package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.Workers;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;

/**
 * Copies a database by streaming: bare tables, rows, then keys, indexes and all the rest, and at last the positions of sequences.
 * Whatever is there already is not made again, so it can die anywhere and be run again.
 */
public final class StreamCopy {

    private final Dialect dialect;
    private final OpenDatabase source;
    private final OpenDatabase target;
    private final UpgradeMark wanted;
    private final int jobs;
    private final Progress progress;

    /** @param wanted whose copy the target becomes, and of what */
    public StreamCopy(
            Dialect dialect,
            OpenDatabase source,
            OpenDatabase target,
            UpgradeMark wanted,
            int jobs,
            Progress progress) {
        this.dialect = dialect;
        this.source = source;
        this.target = target;
        this.wanted = wanted;
        this.jobs = dialect.jobs(jobs);
        this.progress = progress;
    }

    /** Copies, or goes on with a copy, or finds it complete. */
    public CopyResult run() {
        long start = System.nanoTime();
        try (Connection read = source.connect();
                Connection write = target.connect()) {
            Schema schema = MarkerTable.hide(Jdbc.call("read the schema", source.name(), () -> dialect.schema(read)));
            Claim.State state = new Claim(dialect, write, target.name(), wanted, source.fingerprint()).take();
            if (state == Claim.State.COMPLETE) {
                return result(schema, Collections.emptyList(), CopyTotal.read(write), state, start);
            }
            List<TableCopy> tables = copy(schema, read, write);
            CopyTotal total = CopyTotal.of(tables);
            total.complete(write);
            return result(schema, tables, total, state, start);
        } catch (SQLException e) {
            throw Jdbc.failure("copy the database", target.name(), e);
        }
    }

    private CopyResult result(Schema schema, List<TableCopy> tables, CopyTotal total, Claim.State state, long start) {
        return new CopyResult(
                tables,
                total.rows(),
                total.bytes(),
                schema.objects().size(),
                schema.notCarried(),
                state == Claim.State.COMPLETE
                        ? "complete already"
                        : "stream: rows go through JDBC, tables at once: " + jobs,
                state != Claim.State.EMPTY,
                (System.nanoTime() - start) / 1_000_000);
    }

    private List<TableCopy> copy(Schema schema, Connection read, Connection write) throws SQLException {
        make(schema.objects(false), write);
        List<TableCopy> tables = load(schema.tables(), read);
        make(schema.objects(true), write);
        for (String statement : dialect.finishing(schema)) {
            Jdbc.execute(write, statement);
        }
        return tables;
    }

    private void make(List<SchemaObject> objects, Connection write) throws SQLException {
        Schema there = dialect.schema(write);
        for (SchemaObject object : objects) {
            if (!there.has(object)) {
                Jdbc.run("make " + object, target.name(), () -> Jdbc.execute(write, object.definition()));
            }
        }
        write.commit();
    }

    /** The largest tables first, so that no worker is left with one when the others are done. */
    private List<TableCopy> load(List<Table> tables, Connection read) throws SQLException {
        Map<Table, Long> rows = RowCounts.each(read, tables);
        progress.expect(rows.values().stream().mapToLong(Long::longValue).sum());
        List<Table> largestFirst = rows.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        return Workers.all(jobs, target.name(), largestFirst, table -> load(table, tables.indexOf(table))).stream()
                .sorted(Comparator.comparing(TableCopy::table))
                .collect(Collectors.toList());
    }

    private TableCopy load(Table table, int number) {
        return Jdbc.call("copy table " + table.name(), target.name(), () -> {
            try (Connection from = source.connect();
                    Connection to = target.connect()) {
                return new TableLoader(table, number, dialect.binder(), progress).load(from, to);
            }
        });
    }
}
