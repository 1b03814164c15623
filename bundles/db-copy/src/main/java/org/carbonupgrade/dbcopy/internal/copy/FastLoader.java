package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.dialect.TableSize;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/**
 * Copies the rows of all tables through a database's own lane. A part of a table and the mark that says so are one transaction of
 * the target, so a copy that dies goes on with the parts that have no mark.
 */
final class FastLoader extends Loader {

    /** So many parts are split off in any case: a copy that is interrupted goes on with the part. */
    private static final long MANY = 64;

    private final FastLane lane;

    FastLoader(
            FastLane lane,
            OpenDatabase source,
            Staging staging,
            int jobs,
            ChunkLimits limits,
            Stop stop,
            Progress progress) {
        super(source, staging, jobs, limits, stop, progress);
        this.lane = lane;
    }

    @Override
    public List<TableCopy> load(List<Table> tables, Consumer<Table> loaded) {
        List<Part> parts = staging.call(
                "divide the tables", write -> Jdbc.with(source.connect(), read -> parts(tables, read, write)));
        progress.expect(parts.stream()
                .filter(part -> part.at == 0)
                .mapToLong(part -> part.size.rows())
                .sum());
        parts.sort(Comparator.comparingLong((Part part) -> part.size.bytes()).reversed());
        Map<Table, AtomicInteger> missing = new HashMap<>();
        parts.forEach(part -> missing.computeIfAbsent(part.table, table -> new AtomicInteger())
                .incrementAndGet());
        Workers.all(jobs, staging.name(), stop, parts, part -> {
            load(part);
            if (missing.get(part.table).decrementAndGet() == 0) {
                loaded.accept(part.table);
            }
            return part;
        });
        return parts.stream().collect(Collectors.groupingBy(part -> part.table)).values().stream()
                .map(this::copy)
                .sorted(Comparator.comparing(TableCopy::table))
                .collect(Collectors.toList());
    }

    private List<Part> parts(List<Table> tables, Connection read, Connection write) throws SQLException {
        Map<Table, TableSize> sizes = lane.sizes(read, tables);
        long total = sizes.values().stream().mapToLong(TableSize::bytes).sum();
        Map<Integer, Map<Integer, String>> notes = MarkerTable.parts(write);
        List<Part> parts = new ArrayList<>();
        for (int number = 0; number < tables.size(); number++) {
            TableSize size = sizes.get(tables.get(number));
            List<String> names = lane.parts(read, tables.get(number), size, part(size, total));
            parts.addAll(parts(
                    tables.get(number),
                    number,
                    size,
                    names,
                    notes.getOrDefault(number, Collections.emptyMap()),
                    write));
        }
        write.commit();
        return parts;
    }

    /** How large the parts of a table are. Where splitting has a price, only a table is split that would keep others waiting. */
    private long part(TableSize size, long total) {
        boolean dominates = jobs > 1 && size.bytes() > 1.5 * total / jobs;
        boolean splits = !lane.loadsWholeTablesCheaper() || dominates || size.bytes() > limits.partBytes() * MANY;
        return splits ? limits.partBytes() : Math.max(limits.partBytes(), size.bytes());
    }

    /** A table whose marks speak of other parts is begun anew: nobody can tell which rows are there. */
    private List<Part> parts(
            Table table, int number, TableSize size, List<String> names, Map<Integer, String> notes, Connection write)
            throws SQLException {
        List<Part> parts = new ArrayList<>();
        boolean known = true;
        for (int i = 0; i < names.size(); i++) {
            Part part = new Part(table, number, size, names.get(i), i, names.size() == 1);
            String note = notes.get(i);
            part.done = note == null ? null : TableMark.ofPart(note, part.name);
            known &= note == null || part.done != null;
            parts.add(part);
        }
        if (!known || notes.keySet().stream().anyMatch(part -> part >= names.size())) {
            lane.empty(write, table);
            MarkerTable.forgetParts(write, number);
            write.commit();
            parts.forEach(part -> part.done = null);
        }
        return parts;
    }

    private void load(Part part) {
        stop.check(part.table.toString());
        if (part.done != null) {
            progress.moved(part.done.digest().rows(), part.done.bytes());
            return;
        }
        long start = System.nanoTime();
        Retold told = new Retold(progress);
        part.done = staging.call("copy table " + part.table, to -> {
            boolean again = told.again();
            TableMark there = again ? markOf(part, to) : null;
            if (there != null) {
                told.moved(there.digest().rows(), there.bytes());
                return there;
            }
            return move(part, to, told);
        });
        part.millis = (System.nanoTime() - start) / 1_000_000;
    }

    /** What the commit whose answer was lost left, if it was done. */
    private static TableMark markOf(Part part, Connection to) throws SQLException {
        String note = MarkerTable.part(to, part.number, part.at);
        to.commit();
        return note == null ? null : TableMark.ofPart(note, part.name);
    }

    private TableMark move(Part part, Connection to, Progress told) throws SQLException {
        return Jdbc.with(source.connect(), from -> {
            Passed passed = lane.move(from, to, part.table, part.name, part.alone, (rows, bytes) -> {
                stop.check(part.table.toString());
                told.moved(rows, bytes);
            });
            TableMark mark = new TableMark(passed.digest(), passed.bytes(), true);
            mark.writePart(to, part.number, part.at, part.name, part.table.toString());
            to.commit();
            return mark;
        });
    }

    private TableCopy copy(List<Part> parts) {
        TableDigest digest =
                parts.stream().map(part -> part.done.digest()).reduce(TableDigest.EMPTY, TableDigest::plus);
        return new TableCopy(
                parts.get(0).table.toString(),
                digest,
                parts.stream().mapToLong(part -> part.done.bytes()).sum(),
                parts.stream().mapToLong(part -> part.millis).sum(),
                lane.name(parts.get(0).table));
    }

    /** A part of a table, worked on by one thread at a time. */
    private static final class Part {

        private final Table table;
        private final int number;
        private final TableSize size;
        private final String name;
        private final int at;
        private final boolean alone;
        private volatile TableMark done;
        private volatile long millis;

        private Part(Table table, int number, TableSize size, String name, int at, boolean alone) {
            this.table = table;
            this.number = number;
            this.size = size;
            this.name = name;
            this.at = at;
            this.alone = alone;
        }
    }
}
