package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads sequences: how they count, whose they are, and where they go on. */
final class PgSequences {

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgSequences(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    /** The sequence of an identity column is made with the column, but it too has a position. */
    void read() throws SQLException {
        List<Object[]> sequences = new ArrayList<>();
        catalog.each(
                "SELECT c.oid, n.nspname, c.relname, coalesce(d.deptype, '-'), c.relpersistence, tn.nspname, t.relname,"
                        + " a.attname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass"
                        + " AND d.objid = c.oid AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjsubid > 0"
                        + " AND d.deptype IN ('a', 'i')"
                        + " LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid"
                        + " LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
                        + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid"
                        + " WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND " + PgCatalog.OURS + " AND "
                        + PgCatalog.own("pg_class", "c.oid") + " ORDER BY 2, 3",
                row -> sequences.add(new Object[] {
                    row.getLong(1),
                    ObjectName.of(row.getString(2), row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    "a".equals(row.getString(4))
                            ? ObjectName.of(row.getString(6), row.getString(7)).sql() + "."
                                    + ObjectName.quote(row.getString(8))
                            : null
                }));
        for (Object[] sequence : sequences) {
            ObjectName name = (ObjectName) sequence[1];
            if (!"i".equals(sequence[2])) {
                String sql = "CREATE " + ("u".equals(sequence[3]) ? "UNLOGGED " : "") + "SEQUENCE " + name.sql() + " "
                        + options((Long) sequence[0], name);
                objects.add(
                        "pg_class",
                        (Long) sequence[0],
                        new SchemaObject(Kind.SEQUENCE, name, ObjectName.NONE, sql, sql, Stage.TABLES));
            }
            if (sequence[4] != null) {
                objects.add(
                        Kind.OWNER,
                        ObjectName.described("column of sequence " + name),
                        ObjectName.NONE,
                        "ALTER SEQUENCE " + name.sql() + " OWNED BY " + sequence[4],
                        Stage.KEYS);
            }
            position(name);
        }
    }

    /** How a sequence counts, in SQL. */
    String options(long oid, ObjectName name) throws SQLException {
        StringBuilder sql = new StringBuilder();
        catalog.glance(
                catalog.since(
                        100000,
                        "SELECT seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,"
                                + " pg_catalog.format_type(seqtypid, NULL) FROM pg_catalog.pg_sequence WHERE seqrelid = "
                                + oid,
                        "SELECT start_value, increment_by, min_value, max_value, cache_value, is_cycled, NULL FROM "
                                + name.sql()),
                row -> sql.append(options(row)));
        return sql.toString();
    }

    private static String options(ResultSet row) throws SQLException {
        String type = row.getString(7);
        return (type == null || type.equals("bigint") ? "" : "AS " + type + " ") + "START WITH " + row.getString(1)
                + " INCREMENT BY " + row.getString(2) + " MINVALUE " + row.getString(3) + " MAXVALUE "
                + row.getString(4)
                + " CACHE " + row.getString(5) + (row.getBoolean(6) ? " CYCLE" : "");
    }

    private void position(ObjectName name) throws SQLException {
        catalog.glance(
                "SELECT last_value, is_called FROM " + name.sql(),
                row -> objects.add(
                        Kind.POSITION,
                        name,
                        ObjectName.NONE,
                        "SELECT pg_catalog.setval(" + PgCatalog.literal(name.sql()) + ", " + row.getString(1) + ", "
                                + row.getBoolean(2) + ")",
                        Stage.LAST));
    }
}
