package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Removes everything from a database, the marker table last: what died in between is found, and removed, again. */
final class PgClearing {

    private static final String FROM_CLASS = " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
            + " ON n.oid = c.relnamespace WHERE " + PgCatalog.OURS + " AND " + PgCatalog.own("pg_class", "c.oid");

    private PgClearing() {}

    static void clear(Connection connection) throws SQLException {
        PgCatalog catalog = new PgCatalog(connection);
        String name = "quote_ident(n.nspname) || '.' || quote_ident(";
        String marker = MarkerTable.NAME.toLowerCase(Locale.ROOT);
        List<String> drops = new ArrayList<>();
        drops.addAll(catalog.column("SELECT 'DROP ' || CASE c.relkind WHEN 'v' THEN 'VIEW ' WHEN 'm' THEN"
                + " 'MATERIALIZED VIEW ' ELSE 'TABLE ' END || 'IF EXISTS ' || " + name + "c.relname) || ' CASCADE'"
                + FROM_CLASS + " AND c.relkind IN ('v', 'm', 'r', 'p') AND c.relname <> '" + marker + "'"));
        drops.addAll(catalog.column("SELECT 'DROP SEQUENCE IF EXISTS ' || " + name + "c.relname) || ' CASCADE'"
                + FROM_CLASS + " AND c.relkind = 'S'"));
        drops.addAll(catalog.column("SELECT 'DROP ' || "
                + catalog.since(
                        110000,
                        "CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' WHEN 'a' THEN 'AGGREGATE ' ELSE 'FUNCTION ' END",
                        "CASE WHEN p.proisagg THEN 'AGGREGATE ' ELSE 'FUNCTION ' END")
                + " || 'IF EXISTS ' || " + name
                + "p.proname) || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid)"
                + " || ') CASCADE' FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE "
                + PgCatalog.OURS + " AND " + PgCatalog.own("pg_proc", "p.oid") + " AND NOT EXISTS (SELECT 1 FROM"
                + " pg_catalog.pg_depend i WHERE i.classid = 'pg_catalog.pg_proc'::regclass AND i.objid = p.oid"
                + " AND i.deptype = 'i')"));
        drops.addAll(catalog.column("SELECT 'DROP TYPE IF EXISTS ' || " + name + "t.typname) || ' CASCADE'"
                + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE "
                + PgCatalog.OURS + " AND " + PgCatalog.own("pg_type", "t.oid") + " AND (t.typtype IN ('e', 'd', 'r')"
                + " OR t.typtype = 'c' AND EXISTS (SELECT 1 FROM pg_catalog.pg_class k WHERE k.oid = t.typrelid"
                + " AND k.relkind = 'c'))"));
        drops.addAll(catalog.column("SELECT 'DROP COLLATION IF EXISTS ' || " + name + "k.collname) || ' CASCADE'"
                + " FROM pg_catalog.pg_collation k JOIN pg_catalog.pg_namespace n ON n.oid = k.collnamespace WHERE "
                + PgCatalog.OURS + " AND " + PgCatalog.own("pg_collation", "k.oid")));
        drops.addAll(catalog.column("SELECT 'DROP SCHEMA IF EXISTS ' || quote_ident(n.nspname) || ' CASCADE'"
                + " FROM pg_catalog.pg_namespace n WHERE " + PgCatalog.OURS + " AND n.nspname <> 'public'"
                + " AND n.nspname <> pg_catalog.current_schema() AND " + PgCatalog.own("pg_namespace", "n.oid")));
        drops.add("DROP TABLE IF EXISTS " + MarkerTable.NAME);
        for (String drop : drops) {
            Jdbc.execute(connection, drop);
            connection.commit();
        }
    }
}
