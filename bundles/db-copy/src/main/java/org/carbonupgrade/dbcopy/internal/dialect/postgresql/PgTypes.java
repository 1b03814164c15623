package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads the types that users have made: enumerations, composites, ranges and domains. */
final class PgTypes {

    private static final String FROM =
            " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace";

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgTypes(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    void read() throws SQLException {
        String where = " WHERE " + PgCatalog.OURS + " AND " + PgCatalog.own("pg_type", "t.oid");
        catalog.each(
                "SELECT t.oid, n.nspname, t.typname, 'ENUM (' || coalesce((SELECT string_agg("
                        + "quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)"
                        + " FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '') || ')'"
                        + FROM + where + " AND t.typtype = 'e' ORDER BY 2, 3",
                row -> add("pg_type", row));
        // A composite type is a relation to those that depend on it.
        catalog.each(
                "SELECT t.typrelid, n.nspname, t.typname, '(' || coalesce((SELECT string_agg("
                        + "quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)"
                        + " || CASE WHEN a.attcollation <> b.typcollation THEN ' COLLATE ' || quote_ident(cn.nspname) || '.'"
                        + " || quote_ident(co.collname) ELSE '' END, ', ' ORDER BY a.attnum)"
                        + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type b ON b.oid = a.atttypid"
                        + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
                        + " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"
                        + " WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'"
                        + FROM + " JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'" + where
                        + " ORDER BY 2, 3",
                row -> add("pg_class", row));
        catalog.each(
                "SELECT t.oid, n.nspname, t.typname, 'RANGE (SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL)"
                        + " || ', SUBTYPE_OPCLASS = ' || quote_ident(opn.nspname) || '.' || quote_ident(o.opcname)"
                        + " || coalesce(', COLLATION = ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname), '')"
                        + " || CASE WHEN r.rngcanonical <> 0 THEN ', CANONICAL = ' || r.rngcanonical ELSE '' END"
                        + " || CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff ELSE '' END"
                        + catalog.since(
                                140000,
                                " || ', MULTIRANGE_TYPE_NAME = ' || (SELECT quote_ident(mn.nspname) || '.'"
                                        + " || quote_ident(m.typname) FROM pg_catalog.pg_type m JOIN pg_catalog.pg_namespace mn"
                                        + " ON mn.oid = m.typnamespace WHERE m.oid = r.rngmultitypid)",
                                "")
                        + " || ')'"
                        + FROM
                        + " JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc"
                        + " JOIN pg_catalog.pg_namespace opn ON opn.oid = o.opcnamespace"
                        + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = r.rngcollation"
                        + " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace" + where
                        + " ORDER BY 2, 3",
                row -> add("pg_type", row));
        domains(where);
        catalog.each(
                "SELECT n.nspname, t.typname" + FROM + where + " AND t.typtype = 'b' AND NOT EXISTS (SELECT 1"
                        + " FROM pg_catalog.pg_type x WHERE x.typarray = t.oid) ORDER BY 1, 2",
                row -> objects.notCarried("base type " + ObjectName.of(row.getString(1), row.getString(2))
                        + ": it is made of functions in a library of the server"));
    }

    /** A constraint that rows need not keep is added when the rows are there. */
    private void domains(String where) throws SQLException {
        catalog.each(
                "SELECT t.oid, n.nspname, t.typname, pg_catalog.format_type(t.typbasetype, t.typtypmod)"
                        + " || CASE WHEN t.typcollation <> b.typcollation THEN ' COLLATE ' || quote_ident(cn.nspname) || '.'"
                        + " || quote_ident(co.collname) ELSE '' END"
                        + " || coalesce(' DEFAULT ' || pg_catalog.pg_get_expr(t.typdefaultbin, 0), '')"
                        + " || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END"
                        + " || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' '"
                        + " || pg_catalog.pg_get_constraintdef(k.oid), '' ORDER BY k.conname) FROM pg_catalog.pg_constraint k"
                        + " WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated), '')"
                        + FROM + " JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype"
                        + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = t.typcollation"
                        + " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace" + where
                        + " AND t.typtype = 'd' ORDER BY 2, 3",
                row -> {
                    ObjectName name = ObjectName.of(row.getString(2), row.getString(3));
                    String sql = "CREATE DOMAIN " + name.sql() + " AS " + row.getString(4);
                    objects.add(
                            "pg_type",
                            row.getLong(1),
                            new SchemaObject(Kind.DOMAIN, name, ObjectName.NONE, sql, sql, Stage.TABLES));
                });
        catalog.each(
                "SELECT n.nspname, t.typname, k.conname, pg_catalog.pg_get_constraintdef(k.oid)" + FROM
                        + " JOIN pg_catalog.pg_constraint k ON k.contypid = t.oid AND k.contype = 'c' AND NOT k.convalidated"
                        + where + " ORDER BY 1, 2, 3",
                row -> objects.add(
                        Kind.CONSTRAINT,
                        ObjectName.of(row.getString(1), row.getString(2), row.getString(3)),
                        ObjectName.NONE,
                        "ALTER DOMAIN "
                                + ObjectName.of(row.getString(1), row.getString(2))
                                        .sql() + " ADD CONSTRAINT " + ObjectName.quote(row.getString(3)) + " "
                                + row.getString(4),
                        Stage.KEYS));
    }

    private void add(String from, ResultSet row) throws SQLException {
        ObjectName name = ObjectName.of(row.getString(2), row.getString(3));
        String sql = "CREATE TYPE " + name.sql() + " AS " + row.getString(4);
        objects.add(from, row.getLong(1), new SchemaObject(Kind.TYPE, name, ObjectName.NONE, sql, sql, Stage.TABLES));
    }
}
