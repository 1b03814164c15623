package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads schemas, extensions and collations: what everything else lies in or is made of. */
final class PgNamespaces {

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgNamespaces(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    /** Every database has a schema {@code public}, unless somebody dropped it. */
    void read() throws SQLException {
        catalog.each(
                "SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n WHERE " + PgCatalog.OURS
                        + " AND n.nspname <> 'public' AND " + PgCatalog.own("pg_namespace", "n.oid")
                        + " ORDER BY n.nspname",
                row -> add(
                        Kind.SCHEMA,
                        "pg_namespace",
                        row.getLong(1),
                        ObjectName.of(row.getString(2)),
                        "CREATE SCHEMA "));
        catalog.each(
                "SELECT x.oid, x.extname, n.nspname, x.extversion, x.extconfig IS NOT NULL"
                        + " FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace"
                        + " WHERE x.extname <> 'plpgsql' ORDER BY x.extname",
                row -> {
                    ObjectName name = ObjectName.of(row.getString(2));
                    String sql = "CREATE EXTENSION " + name.sql()
                            + ("pg_catalog".equals(row.getString(3))
                                    ? ""
                                    : " SCHEMA " + ObjectName.quote(row.getString(3)))
                            + " VERSION " + PgCatalog.literal(row.getString(4));
                    objects.add(
                            "pg_extension",
                            row.getLong(1),
                            new SchemaObject(Kind.EXTENSION, name, ObjectName.NONE, sql, sql, Stage.TABLES));
                    if (row.getBoolean(5)) {
                        objects.notCarried("rows in tables of extension " + name + ": the extension brings its own");
                    }
                });
        catalog.each(
                "SELECT c.oid, n.nspname, c.collname, c.collcollate, c.collctype, "
                        + catalog.since(100000, "c.collprovider", "'c'") + ", "
                        + catalog.since(120000, "c.collisdeterministic", "true") + ", "
                        + locale()
                        + " FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace WHERE "
                        + PgCatalog.OURS + " AND " + PgCatalog.own("pg_collation", "c.oid") + " ORDER BY 2, 3",
                row -> {
                    ObjectName name = ObjectName.of(row.getString(2), row.getString(3));
                    boolean libc = "c".equals(row.getString(6));
                    String options = libc
                            ? "LC_COLLATE = " + PgCatalog.literal(row.getString(4)) + ", LC_CTYPE = "
                                    + PgCatalog.literal(row.getString(5))
                            : "PROVIDER = " + ("b".equals(row.getString(6)) ? "builtin" : "icu") + ", LOCALE = "
                                    + PgCatalog.literal(row.getString(8))
                                    + (row.getBoolean(7) ? "" : ", DETERMINISTIC = false");
                    String sql = "CREATE COLLATION " + name.sql() + " (" + options + ")";
                    objects.add(
                            "pg_collation",
                            row.getLong(1),
                            new SchemaObject(Kind.COLLATION, name, ObjectName.NONE, sql, sql, Stage.TABLES));
                });
    }

    private String locale() {
        return catalog.since(170000, "c.colllocale", catalog.since(150000, "c.colliculocale", "c.collcollate"));
    }

    private void add(Kind kind, String from, long oid, ObjectName name, String verb) {
        String sql = verb + name.sql();
        objects.add(from, oid, new SchemaObject(kind, name, ObjectName.NONE, sql, sql, Stage.TABLES));
    }
}
