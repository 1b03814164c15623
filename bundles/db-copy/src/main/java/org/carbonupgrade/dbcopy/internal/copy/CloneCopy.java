package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.dialect.Cloner;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/** Copies a database by cloning it: makes the clone a complete copy of an upgrade before it takes the staging database's name. */
final class CloneCopy {

    private static final String LANE = "clone";

    private final Dialect dialect;
    private final UpgradeMark wanted;
    private final int jobs;
    private final Stop stop;
    private final Progress progress;
    private List<TableCopy> tables = Collections.emptyList();
    private CopyTotal total;
    private int objects;

    /** @param jobs how many tables' rows are counted at once */
    CloneCopy(Dialect dialect, UpgradeMark wanted, int jobs, Stop stop, Progress progress) {
        this.dialect = dialect;
        this.wanted = wanted;
        this.jobs = jobs;
        this.stop = stop;
        this.progress = progress;
    }

    /** Gives what the source has and the clone has not. */
    List<String> run(Cloner cloner) {
        return cloner.make(this::seal);
    }

    /** Table by table, sorted by name, without digests. */
    List<TableCopy> tables() {
        return tables;
    }

    CopyTotal total() {
        return total;
    }

    /** How many schema objects there are. */
    int objects() {
        return objects;
    }

    private void seal(OpenDatabase clone) {
        stop.check(clone.name());
        Jdbc.run("write the marker table", clone.name(), () -> {
            try (Connection write = clone.connect()) {
                Schema there = dialect.schema(write);
                Schema content = MarkerTable.hide(there);
                objects = content.objects().size();
                tables = counted(content.tables(), clone);
                total = CopyTotal.of(tables, clone.bytes());
                stop.check(clone.name());
                new Claim(wanted, clone.fingerprint()).begin(there, dialect, write);
                total.complete(write);
            }
        });
        progress.expect(total.rows());
        progress.moved(total.rows(), total.bytes());
    }

    /** A connection for each worker, not for each table: there can be thousands. */
    private List<TableCopy> counted(List<Table> all, OpenDatabase clone) {
        List<List<Table>> shares = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            shares.add(new ArrayList<>());
        }
        for (int i = 0; i < all.size(); i++) {
            shares.get(i % jobs).add(all.get(i));
        }
        List<TableCopy> counted = new ArrayList<>();
        Workers.all(jobs, clone.name(), stop, shares, share -> count(share, clone))
                .forEach(counted::addAll);
        counted.sort(Comparator.comparing(TableCopy::table));
        return counted;
    }

    private List<TableCopy> count(List<Table> share, OpenDatabase clone) {
        return Jdbc.call("count rows", clone.name(), () -> {
            List<TableCopy> counted = new ArrayList<>();
            try (Connection connection = clone.connect()) {
                for (Table table : share) {
                    stop.check(clone.name());
                    counted.add(TableCopy.counted(table.toString(), RowCounts.of(connection, table), LANE));
                }
            }
            return counted;
        });
    }
}
