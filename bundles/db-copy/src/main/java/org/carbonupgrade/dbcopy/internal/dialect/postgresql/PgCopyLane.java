package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.dialect.TableSize;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * One server's {@code COPY … TO} passed on, undecoded, to the other's {@code COPY … FROM}. Binary, unless a value's bytes mean
 * something in their own database only: then text, as {@code pg_dump} has it.
 */
final class PgCopyLane implements FastLane {

    private static final String ALL = "all";
    private static final int BLOCK = 1 << 16;
    private static final long REPORT = 1 << 20;

    /** The first version that finds a range of a table's pages without reading the whole table. */
    private static final int RANGES = 140000;

    @Override
    public String name() {
        return "COPY";
    }

    @Override
    public String name(Table table) {
        return PgColumn.portable(table) ? "copy binary" : "copy text";
    }

    /** What the last ANALYZE counted; without one, a count. */
    @Override
    public Map<Table, TableSize> sizes(Connection connection, List<Table> tables) throws SQLException {
        Map<ObjectName, TableSize> known = new HashMap<>();
        PgCatalog catalog = new PgCatalog(connection);
        catalog.each(
                "SELECT n.nspname, c.relname, c.reltuples::bigint, pg_catalog.pg_relation_size(c.oid),"
                        + " CASE WHEN c.reltoastrelid <> 0 THEN pg_catalog.pg_relation_size(c.reltoastrelid) ELSE 0"
                        + " END, pg_catalog.current_setting('block_size')::int FROM pg_catalog.pg_class c"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND "
                        + PgCatalog.OURS,
                row -> known.put(
                        ObjectName.of(row.getString(1), row.getString(2)),
                        new TableSize(
                                row.getLong(3), row.getLong(4) + row.getLong(5), row.getLong(4) / row.getLong(6))));
        Map<Table, TableSize> sizes = new LinkedHashMap<>();
        for (Table table : tables) {
            TableSize size = known.get(table.name());
            boolean counted = size.pages() == 0 || size.rows() > 0;
            sizes.put(table, counted ? size : counted(catalog, table, size));
        }
        return sizes;
    }

    private static TableSize counted(PgCatalog catalog, Table table, TableSize size) throws SQLException {
        long[] rows = {0};
        catalog.glance("SELECT count(*) FROM " + table.rowsSql(), row -> rows[0] = row.getLong(1));
        return new TableSize(rows[0], size.bytes(), size.pages());
    }

    /** Ranges of pages. The last one has no end, so that none is left out. */
    @Override
    public List<String> parts(Connection source, Table table, TableSize size, long bytes) throws SQLException {
        if (size.bytes() <= 2 * bytes || !new PgCatalog(source).since(RANGES)) {
            return Collections.singletonList(ALL);
        }
        long pages = Math.max(1, (long) ((double) size.pages() * bytes / size.bytes()));
        List<String> parts = new ArrayList<>();
        for (long from = 0; from < size.pages(); from += pages) {
            parts.add(from + "-" + (from + pages < size.pages() ? from + pages : ""));
        }
        return parts;
    }

    /** It is written as frozen then: nobody has to visit its rows again. */
    @Override
    public boolean loadsWholeTablesCheaper() {
        return true;
    }

    @Override
    public void empty(Connection target, Table table) throws SQLException {
        Jdbc.execute(target, "TRUNCATE " + table.rowsSql());
    }

    /** Rows of a table that is emptied in the same transaction can be written as frozen: nobody has to visit them again. */
    @Override
    public Passed move(Connection source, Connection target, Table table, String part, boolean alone, Moved moved)
            throws SQLException {
        if (alone) {
            empty(target, table);
        }
        String columns = table.columns().isEmpty() ? "" : " (" + table.columnsSql() + ")";
        String options = (PgColumn.portable(table) ? "FORMAT binary" : "FORMAT text") + (alone ? ", FREEZE" : "");
        try (PgCopy in = PgCopy.in(target, "COPY " + table.name().sql() + columns + " FROM STDIN (" + options + ")")) {
            Passed passed = read(source, table, part, new Sink(in), moved);
            in.end();
            return passed;
        }
    }

    @Override
    public Passed digest(Connection database, Table table, Moved moved) throws SQLException {
        return read(database, table, ALL, null, moved);
    }

    private static Passed read(Connection source, Table table, String part, Sink sink, Moved moved)
            throws SQLException {
        boolean binary = PgColumn.portable(table);
        CopiedRows rows = binary ? new BinaryRows() : new TextRows();
        long reportedRows = 0;
        long reportedBytes = 0;
        String sql = "COPY (SELECT " + table.columnsSql() + " FROM " + table.rowsSql() + where(part)
                + ") TO STDOUT (FORMAT " + (binary ? "binary)" : "text)");
        try (PgCopy out = PgCopy.out(source, sql)) {
            while (pass(out, rows, sink)) {
                if (rows.bytes() - reportedBytes >= REPORT) {
                    moved.rows(rows.digest().rows() - reportedRows, rows.bytes() - reportedBytes);
                    reportedRows = rows.digest().rows();
                    reportedBytes = rows.bytes();
                }
            }
        }
        rows.requireEnd();
        if (sink != null) {
            sink.flush();
        }
        moved.rows(rows.digest().rows() - reportedRows, rows.bytes() - reportedBytes);
        return new Passed(rows.digest(), rows.bytes());
    }

    /** One row, which is out of reach when this returns: the next may be as large, and there is memory for few such. */
    private static boolean pass(PgCopy out, CopiedRows rows, Sink sink) throws SQLException {
        byte[] content = out.read();
        if (content == null) {
            return false;
        }
        rows.take(content);
        if (sink != null) {
            sink.write(content);
        }
        return true;
    }

    private static String where(String part) {
        if (part.equals(ALL)) {
            return "";
        }
        String[] range = part.split("-", 2);
        return " WHERE ctid >= '(" + range[0] + ",0)'::tid"
                + (range[1].isEmpty() ? "" : " AND ctid < '(" + range[1] + ",0)'::tid");
    }

    /** Gathers rows, which come one by one, into larger messages. */
    private static final class Sink {

        private final PgCopy in;
        private final byte[] block = new byte[BLOCK];
        private int filled;

        private Sink(PgCopy in) {
            this.in = in;
        }

        private void write(byte[] content) throws SQLException {
            if (content.length > BLOCK - filled) {
                flush();
            }
            if (content.length > BLOCK) {
                in.write(content, content.length);
            } else {
                System.arraycopy(content, 0, block, filled, content.length);
                filled += content.length;
            }
        }

        private void flush() throws SQLException {
            if (filled > 0) {
                in.write(block, filled);
                filled = 0;
            }
        }
    }
}
