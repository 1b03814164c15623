package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** Reads the columns of all tables with one query. */
final class PgColumns {

    /**
     * Types whose binary form means the same everywhere: the server's own, unless they hold the number of a catalogue entry; what
     * is made of them without naming itself by number. Arrays and composites of users' types name their elements' types by
     * numbers that differ between databases, and what has no binary form at all goes as text anyhow.
     */
    private static final String PORTABLE = "WITH RECURSIVE portable(oid) AS ("
            + " SELECT t.oid FROM pg_catalog.pg_type t WHERE t.typreceive <> 0 AND t.typsend <> 0"
            + " AND (t.oid < 16384 AND t.typtype IN ('b', 'r', 'm') AND t.typcategory <> 'P' AND t.typname !~ '^_?reg'"
            + " AND t.typname !~ '^_?(oidvector|aclitem|gtsvector|refcursor|txid_snapshot|pg_snapshot)$'"
            + " OR t.typtype = 'e')"
            + " UNION SELECT t.oid FROM portable p JOIN pg_catalog.pg_type t ON t.typtype = 'd' AND t.typbasetype = p.oid)"
            + " SELECT oid FROM portable";

    private final PgCatalog catalog;
    private final PgSequences sequences;

    PgColumns(PgCatalog catalog, PgSequences sequences) {
        this.catalog = catalog;
        this.sequences = sequences;
    }

    void read(Map<Long, List<PgColumn>> columns) throws SQLException {
        Set<Long> portable = new HashSet<>();
        catalog.each(PORTABLE, row -> portable.add(row.getLong(1)));
        List<Object[]> identities = new ArrayList<>();
        catalog.each(
                "SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid,"
                        + " CASE WHEN a.attcollation <> t.typcollation THEN quote_ident(cn.nspname) || '.' ||"
                        + " quote_ident(co.collname) END, a.attnotnull, a.attislocal, "
                        + catalog.since(120000, "a.attgenerated", "''")
                        + ", pg_catalog.pg_get_expr(d.adbin, d.adrelid), "
                        + catalog.since(100000, "a.attidentity", "''")
                        + ", CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, coalesce(a.attstattarget, -1),"
                        + " array_to_string(a.attoptions, ', '), "
                        + catalog.since(140000, "a.attcompression", "''") + ", sn.nspname, s.relname, s.oid"
                        + " FROM pg_catalog.pg_attribute a"
                        + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND " + PgCatalog.OURS
                        + " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
                        + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                        + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
                        + " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"
                        + " LEFT JOIN pg_catalog.pg_depend i ON i.classid = 'pg_catalog.pg_class'::regclass"
                        + " AND i.refclassid = 'pg_catalog.pg_class'::regclass AND i.refobjid = a.attrelid"
                        + " AND i.refobjsubid = a.attnum AND i.deptype = 'i'"
                        + " LEFT JOIN pg_catalog.pg_class s ON s.oid = i.objid AND s.relkind = 'S'"
                        + " LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace"
                        + " WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum",
                row -> {
                    PgColumn column = column(row, portable.contains(row.getLong(4)));
                    columns.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                            .add(column);
                    if (!row.getString(10).isEmpty() && row.getString(16) != null) {
                        column.identity = "GENERATED " + (row.getString(10).equals("a") ? "ALWAYS" : "BY DEFAULT")
                                + " AS IDENTITY (SEQUENCE NAME ";
                        identities.add(new Object[] {
                            column, ObjectName.of(row.getString(15), row.getString(16)), row.getLong(17)
                        });
                    }
                });
        for (Object[] identity : identities) {
            PgColumn column = (PgColumn) identity[0];
            ObjectName sequence = (ObjectName) identity[1];
            // The type follows from the column's.
            String options = sequences.options((Long) identity[2], sequence).replaceFirst("^AS \\S+ ", "");
            column.identity += sequence.sql() + " " + options + ")";
        }
    }

    private static PgColumn column(ResultSet row, boolean portable) throws SQLException {
        PgColumn column = new PgColumn();
        column.name = row.getString(2);
        column.type = row.getString(3);
        column.bytes = column.type.equals("bytea");
        column.portable = portable;
        column.collation = row.getString(5);
        column.notNull = row.getBoolean(6);
        column.local = row.getBoolean(7);
        column.generated = row.getString(8).isEmpty() ? null : row.getString(9);
        if (row.getString(11) != null) {
            column.settings.add("SET STORAGE " + storage(row.getString(11)));
        }
        if (row.getInt(12) >= 0) {
            column.settings.add("SET STATISTICS " + row.getInt(12));
        }
        if (row.getString(13) != null && !row.getString(13).isEmpty()) {
            column.settings.add("SET (" + row.getString(13) + ")");
        }
        if (!row.getString(14).isEmpty()) {
            column.settings.add("SET COMPRESSION " + (row.getString(14).equals("l") ? "lz4" : "pglz"));
        }
        return column;
    }

    private static String storage(String letter) {
        switch (letter) {
            case "p":
                return "PLAIN";
            case "e":
                return "EXTERNAL";
            case "x":
                return "EXTENDED";
            default:
                return "MAIN";
        }
    }
}
