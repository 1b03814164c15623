package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads defaults, constraints and indexes. */
final class PgKeys {

    private static final String OF = PgCatalog.ofOurs();

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgKeys(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT d.oid, n.nspname, c.relname, a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid), c.relkind"
                        + " FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_class c ON c.oid = d.adrelid"
                        + " AND c.relkind IN ('r', 'p', 'v')"
                        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum" + OF
                        + catalog.since(120000, " AND a.attgenerated = ''", "") + " ORDER BY 2, 3, a.attnum",
                row -> {
                    ObjectName table = ObjectName.of(row.getString(2), row.getString(3));
                    String only = row.getString(6).equals("v") ? "" : "ONLY ";
                    String sql = "ALTER TABLE " + only + table.sql() + " ALTER COLUMN "
                            + ObjectName.quote(row.getString(4)) + " SET DEFAULT " + row.getString(5);
                    ObjectName name = ObjectName.of(row.getString(2), row.getString(3), row.getString(4));
                    objects.add(
                            "pg_attrdef",
                            row.getLong(1),
                            new SchemaObject(Kind.DEFAULT, name, table, sql, sql, Stage.KEYS));
                });
        constraints("k.contype IN ('p', 'u', 'x')");
        indexes();
        constraints("k.contype = 'c' AND k.conislocal");
        constraints("k.contype = 'f'" + catalog.since(110000, " AND k.conparentid = 0", ""));
    }

    /** A table's partitions have their parent's keys, made by themselves and attached; foreign keys come with the parent's. */
    private void constraints(String which) throws SQLException {
        catalog.each(
                "SELECT k.oid, n.nspname, c.relname, k.conname, k.contype, pg_catalog.pg_get_constraintdef(k.oid),"
                        + " c.relkind FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
                        + OF + " AND " + which + " ORDER BY 2, 3, k.contype = 'u', 4",
                this::constraint);
    }

    private void constraint(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString(2), row.getString(3));
        String type = row.getString(5);
        boolean index = "pux".contains(type);
        Kind kind = type.equals("p") ? Kind.PRIMARY_KEY : type.equals("f") ? Kind.FOREIGN_KEY : Kind.CONSTRAINT;
        ObjectName name = index
                ? ObjectName.of(row.getString(2), row.getString(4))
                : ObjectName.of(row.getString(2), row.getString(3), row.getString(4));
        String only = index ? "ONLY " : "";
        String meaning = "ALTER TABLE " + only + table.sql() + " ADD " + row.getString(6);
        String sql = "ALTER TABLE " + only + table.sql() + " ADD CONSTRAINT " + ObjectName.quote(row.getString(4)) + " "
                + row.getString(6);
        objects.add("pg_constraint", row.getLong(1), new SchemaObject(kind, name, table, sql, meaning, Stage.KEYS));
    }

    private void indexes() throws SQLException {
        // An index of a view that holds rows waits for the view, so it is no table's.
        catalog.each(
                "SELECT i.oid, n.nspname, c.relname, i.relname, pg_catalog.pg_get_indexdef(i.oid), c.relkind,"
                        + " x.indisvalid, k.oid IS NOT NULL, x.indisclustered, x.indisreplident, s.spcname"
                        + " FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid"
                        + " JOIN pg_catalog.pg_class c ON c.oid = x.indrelid"
                        + " LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.oid AND k.contype IN ('p', 'u', 'x')"
                        + " LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = i.reltablespace" + OF + " ORDER BY 2, 3, 4",
                this::index);
        if (catalog.since(110000)) {
            catalog.each(
                    "SELECT n.nspname, i.relname, pn.nspname, p.relname, pt.relname FROM pg_catalog.pg_inherits h"
                            + " JOIN pg_catalog.pg_class i ON i.oid = h.inhrelid AND i.relkind IN ('i', 'I')"
                            + " JOIN pg_catalog.pg_class p ON p.oid = h.inhparent"
                            + " JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace"
                            + " JOIN pg_catalog.pg_index x ON x.indexrelid = p.oid"
                            + " JOIN pg_catalog.pg_class pt ON pt.oid = x.indrelid"
                            + " JOIN pg_catalog.pg_namespace n ON n.oid = i.relnamespace WHERE " + PgCatalog.OURS
                            + " ORDER BY i.relkind, 1, 2",
                    row -> {
                        ObjectName parent = ObjectName.of(row.getString(3), row.getString(4));
                        ObjectName index = ObjectName.of(row.getString(1), row.getString(2));
                        objects.add(
                                Kind.PARTITION,
                                ObjectName.described("index " + index),
                                ObjectName.of(row.getString(3), row.getString(5)),
                                "ALTER INDEX " + parent.sql() + " ATTACH PARTITION " + index.sql(),
                                Stage.KEYS);
                    });
        }
    }

    private void index(ResultSet row) throws SQLException {
        ObjectName relation = ObjectName.of(row.getString(2), row.getString(3));
        ObjectName name = ObjectName.of(row.getString(2), row.getString(4));
        ObjectName table = row.getString(6).equals("m") ? ObjectName.NONE : relation;
        String sql = row.getString(5);
        if (!row.getBoolean(7) && !row.getString(6).equals("p")) {
            objects.notCarried("index " + name + ": it is not valid, and the server does not use it");
            return;
        }
        if (!row.getBoolean(8)) {
            String meaning = sql.replaceFirst(" INDEX (\"([^\"]|\"\")+\"|\\S+) ON ", " INDEX ON ");
            objects.add(
                    "pg_class", row.getLong(1), new SchemaObject(Kind.INDEX, name, table, sql, meaning, Stage.KEYS));
        }
        if (row.getString(11) != null) {
            objects.notCarried("tablespace " + row.getString(11) + " of index " + name
                    + ": the copy lies in the staging database's own");
        }
        if (row.getBoolean(9)) {
            objects.add(
                    Kind.OPTION,
                    ObjectName.described("cluster " + name),
                    ObjectName.NONE,
                    "ALTER TABLE " + relation.sql() + " CLUSTER ON " + ObjectName.quote(row.getString(4)),
                    Stage.LAST);
        }
        if (row.getBoolean(10)) {
            objects.add(
                    Kind.OPTION,
                    ObjectName.described("replica identity " + name),
                    ObjectName.NONE,
                    "ALTER TABLE " + relation.sql() + " REPLICA IDENTITY USING INDEX "
                            + ObjectName.quote(row.getString(4)),
                    Stage.LAST);
        }
    }
}
