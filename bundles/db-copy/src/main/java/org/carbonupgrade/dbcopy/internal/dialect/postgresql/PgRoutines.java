package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads functions, procedures and aggregates. */
final class PgRoutines {

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgRoutines(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    void read() throws SQLException {
        String from = " FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE "
                + PgCatalog.OURS + " AND " + PgCatalog.own("pg_proc", "p.oid");
        String aggregate = catalog.since(110000, "p.prokind = 'a'", "p.proisagg");
        // What a multirange type brings along belongs to it.
        String internal = " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend i WHERE i.classid ="
                + " 'pg_catalog.pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')";
        catalog.each(
                "SELECT p.oid, n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid),"
                        + " pg_catalog.pg_get_functiondef(p.oid)" + from + " AND NOT " + aggregate + internal
                        + " ORDER BY 2, 3, 4",
                row -> add(row, sent(row.getString(5).trim())));
        catalog.each(
                "SELECT p.oid, n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid),"
                        + " concat_ws(', ', 'SFUNC = ' || a.aggtransfn, 'STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL),"
                        + " 'SSPACE = ' || CASE WHEN a.aggtransspace <> 0 THEN a.aggtransspace END, 'FINALFUNC = ' || CASE WHEN a.aggfinalfn <> 0 THEN a.aggfinalfn::text END,"
                        + " CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END, 'INITCOND = ' || quote_literal(a.agginitval),"
                        + catalog.since(
                                90600,
                                " 'COMBINEFUNC = ' || CASE WHEN a.aggcombinefn <> 0 THEN a.aggcombinefn::text END, 'SERIALFUNC = ' || CASE WHEN a.aggserialfn <> 0 THEN a.aggserialfn::text END,"
                                        + " 'DESERIALFUNC = ' || CASE WHEN a.aggdeserialfn <> 0 THEN a.aggdeserialfn::text END,"
                                        + " CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN"
                                        + " 'PARALLEL = RESTRICTED' END,",
                                "")
                        + catalog.since(
                                110000,
                                " CASE a.aggfinalmodify WHEN 's' THEN 'FINALFUNC_MODIFY = SHAREABLE' WHEN 'w' THEN"
                                        + " 'FINALFUNC_MODIFY = READ_WRITE' WHEN 'r' THEN 'FINALFUNC_MODIFY = READ_ONLY' END,",
                                "")
                        + " 'MSFUNC = ' || CASE WHEN a.aggmtransfn <> 0 THEN a.aggmtransfn::text END, 'MINVFUNC = ' || CASE WHEN a.aggminvtransfn <> 0 THEN a.aggminvtransfn::text END,"
                        + " CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END,"
                        + " 'MFINALFUNC = ' || CASE WHEN a.aggmfinalfn <> 0 THEN a.aggmfinalfn::text END, 'MINITCOND = ' || quote_literal(a.aggminitval),"
                        + " CASE WHEN a.aggsortop <> 0 THEN 'SORTOP = ' || (SELECT 'OPERATOR(' || quote_ident(sn.nspname) || '.'"
                        + " || so.oprname || ')' FROM pg_catalog.pg_operator so JOIN pg_catalog.pg_namespace sn"
                        + " ON sn.oid = so.oprnamespace WHERE so.oid = a.aggsortop) END,"
                        + " CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END)"
                        + from.replace("WHERE", "JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid WHERE")
                        + " ORDER BY 2, 3, 4",
                row -> add(
                        row,
                        "CREATE AGGREGATE "
                                + ObjectName.of(row.getString(2), row.getString(3))
                                        .sql() + "("
                                + (row.getString(4).isEmpty() ? "*" : row.getString(4)) + ") (" + row.getString(5)
                                + ")"));
    }

    /** Drivers of old take the semicolons of a body in standard SQL for ends of statements, unless they stand in quotes. */
    private static String sent(String sql) {
        return sql.contains("BEGIN ATOMIC")
                ? "DO $carbon_upgrade$BEGIN EXECUTE " + PgCatalog.literal(sql) + "; END$carbon_upgrade$"
                : sql;
    }

    /** Routines of one name are told apart by their arguments. */
    private void add(ResultSet row, String sql) throws SQLException {
        ObjectName name = ObjectName.of(row.getString(2), row.getString(3) + "(" + row.getString(4) + ")");
        objects.add(
                "pg_proc",
                row.getLong(1),
                new SchemaObject(Kind.FUNCTION, name, ObjectName.NONE, sql, sql, Stage.TABLES));
    }
}
