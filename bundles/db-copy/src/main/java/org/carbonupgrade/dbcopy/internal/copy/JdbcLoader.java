package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.RowCounts;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/** Copies the rows of all tables through plain JDBC, which serves every database. */
final class JdbcLoader extends Loader {

    /** SQL states of values that do not fit, and of keys that are there twice. */
    private static final String REFUSED_VALUE = "2[23].*";

    private final Dialect dialect;

    JdbcLoader(
            Dialect dialect,
            OpenDatabase source,
            Staging staging,
            int jobs,
            ChunkLimits limits,
            Stop stop,
            Progress progress) {
        super(source, staging, jobs, limits, stop, progress);
        this.dialect = dialect;
    }

    @Override
    public List<TableCopy> load(List<Table> tables, Consumer<Table> loaded) {
        Map<Table, Long> rows =
                staging.call("count rows", write -> Jdbc.with(source.connect(), read -> RowCounts.each(read, tables)));
        progress.expect(rows.values().stream().mapToLong(Long::longValue).sum());
        List<Numbered> largestFirst = new ArrayList<>();
        for (Table table : tables) {
            largestFirst.add(new Numbered(table, largestFirst.size(), rows.get(table)));
        }
        largestFirst.sort(
                Comparator.comparingLong((Numbered table) -> table.rows).reversed());
        List<TableCopy> copies = Workers.all(jobs, staging.name(), stop, largestFirst, one -> {
            TableCopy copy = load(one.table, one.number, one.rows);
            loaded.accept(one.table);
            return copy;
        });
        copies.sort(Comparator.comparing(TableCopy::table));
        return copies;
    }

    /** The table's mark tells how far it is, also when the answer to a commit was lost. */
    private TableCopy load(Table table, int number, long rows) {
        Retold told = new Retold(progress);
        return staging.call("copy table " + table, to -> {
            told.again();
            return Jdbc.with(source.connect(), from -> {
                dialect.expectRows(to, table);
                ChunkLimits chunks = dialect.transactions(limits);
                TableLoader loader = new TableLoader(from, to, dialect.binder(), chunks, stop, told);
                if (dialect.storesAlike(from, to)) {
                    return loader.load(table, number, rows);
                }
                return loadIntoNewer(loader, table, number, rows, to);
            });
        });
    }

    /** Another version may not take a value, take two for one, or make another of it. */
    private TableCopy loadIntoNewer(TableLoader loader, Table table, int number, long rows, Connection to)
            throws SQLException {
        try {
            TableCopy copied = loader.load(table, number, rows);
            ReadBack.requireEqual(to, dialect.readBack(table), copied, dialect.binder(), limits, stop);
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

    /** A table, the number it has in the marker table, and how many rows it has. */
    private static final class Numbered {

        private final Table table;
        private final int number;
        private final long rows;

        private Numbered(Table table, int number, long rows) {
            this.table = table;
            this.number = number;
            this.rows = rows;
        }
    }
}
