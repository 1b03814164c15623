package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads what tables do by themselves or are seen through: views, triggers, rules, policies, statistics. */
final class PgCode {

    private static final String OF = PgCatalog.ofOurs();

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgCode(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    void views() throws SQLException {
        catalog.each(
                "SELECT c.oid, n.nspname, c.relname, pg_catalog.pg_get_viewdef(c.oid), c.relkind, c.relispopulated,"
                        + " array_to_string(ARRAY(SELECT split_part(o, '=', 1) || '=' || quote_literal(substr(o,"
                        + " strpos(o, '=') + 1)) FROM unnest(c.reloptions) o), ', ')"
                        + " FROM pg_catalog.pg_class c" + OF + " AND c.relkind IN ('v', 'm') ORDER BY 2, 3",
                row -> {
                    ObjectName name = ObjectName.of(row.getString(2), row.getString(3));
                    boolean holdsRows = row.getString(5).equals("m");
                    String options = row.getString(7).isEmpty() ? "" : " WITH (" + row.getString(7) + ")";
                    String text = row.getString(4).trim();
                    String sql =
                            "CREATE " + (holdsRows ? "MATERIALIZED VIEW " : "VIEW ") + name.sql() + options + " AS "
                                    + (text.endsWith(";") ? text.substring(0, text.length() - 1) : text)
                                    + (!holdsRows ? "" : row.getBoolean(6) ? " WITH DATA" : " WITH NO DATA");
                    objects.add(
                            "pg_class",
                            row.getLong(1),
                            new SchemaObject(Kind.VIEW, name, ObjectName.NONE, sql, sql, Stage.KEYS));
                });
    }

    void triggersAndRules() throws SQLException {
        catalog.each(
                "SELECT t.oid, n.nspname, c.relname, t.tgname, pg_catalog.pg_get_triggerdef(t.oid), t.tgenabled, 'TRIGGER'"
                        + " FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid" + OF
                        + " AND NOT t.tgisinternal" + catalog.since(130000, " AND t.tgparentid = 0", "")
                        + " ORDER BY 2, 3, 4",
                row -> add(Kind.TRIGGER, "pg_trigger", row));
        catalog.each(
                "SELECT r.oid, n.nspname, c.relname, r.rulename, pg_catalog.pg_get_ruledef(r.oid), r.ev_enabled, 'RULE'"
                        + " FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class" + OF
                        + " AND r.rulename <> '_RETURN' ORDER BY 2, 3, 4",
                row -> add(Kind.RULE, "pg_rewrite", row));
        catalog.each(
                "SELECT n.nspname, c.relname, count(*) FROM pg_catalog.pg_trigger t"
                        + " JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid" + OF
                        + " AND t.tgisinternal AND t.tgenabled <> 'O' GROUP BY 1, 2 ORDER BY 1, 2",
                row -> objects.notCarried("that foreign keys of table "
                        + ObjectName.of(row.getString(1), row.getString(2)) + " are disabled: the copy's are not"));
    }

    void policies() throws SQLException {
        if (!catalog.since(90500)) {
            return;
        }
        catalog.each(
                "SELECT n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_catalog.pg_class c" + OF
                        + " AND (c.relrowsecurity OR c.relforcerowsecurity) ORDER BY 1, 2",
                row -> {
                    ObjectName table = ObjectName.of(row.getString(1), row.getString(2));
                    String alter = "ALTER TABLE " + table.sql();
                    String sql = (row.getBoolean(3) ? alter + " ENABLE ROW LEVEL SECURITY" : "")
                            + (row.getBoolean(3) && row.getBoolean(4) ? "; " : "")
                            + (row.getBoolean(4) ? alter + " FORCE ROW LEVEL SECURITY" : "");
                    objects.add(Kind.POLICY, table, ObjectName.NONE, sql, Stage.LAST);
                });
        catalog.each(
                "SELECT p.oid, n.nspname, c.relname, p.polname, "
                        + catalog.since(
                                100000, "CASE WHEN NOT p.polpermissive THEN ' AS RESTRICTIVE' ELSE '' END", "''")
                        + " || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN"
                        + " ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END"
                        + " || CASE WHEN p.polroles = '{0}' THEN '' ELSE ' TO ' || (SELECT string_agg(CASE r WHEN 0 THEN"
                        + " 'PUBLIC' ELSE quote_ident(pg_catalog.pg_get_userbyid(r)) END, ', ') FROM unnest(p.polroles) r) END"
                        + " || coalesce(' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')"
                        + " || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')"
                        + " FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid" + OF
                        + " ORDER BY 2, 3, 4",
                row -> {
                    ObjectName table = ObjectName.of(row.getString(2), row.getString(3));
                    ObjectName name = ObjectName.of(row.getString(2), row.getString(3), row.getString(4));
                    String sql = "CREATE POLICY " + ObjectName.quote(row.getString(4)) + " ON " + table.sql()
                            + row.getString(5);
                    objects.add(
                            "pg_policy",
                            row.getLong(1),
                            new SchemaObject(Kind.POLICY, name, ObjectName.NONE, sql, sql, Stage.KEYS));
                });
    }

    void statistics() throws SQLException {
        if (catalog.since(100000)) {
            catalog.each(
                    "SELECT s.oid, n.nspname, s.stxname, pg_catalog.pg_get_statisticsobjdef(s.oid)"
                            + " FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n"
                            + " ON n.oid = s.stxnamespace WHERE " + PgCatalog.OURS + " ORDER BY 2, 3",
                    row -> objects.add(
                            Kind.STATISTICS,
                            ObjectName.of(row.getString(2), row.getString(3)),
                            ObjectName.NONE,
                            row.getString(4),
                            Stage.KEYS));
        }
    }

    private void add(Kind kind, String from, ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString(2), row.getString(3));
        ObjectName name = ObjectName.of(row.getString(2), row.getString(3), row.getString(4));
        String sql = row.getString(5).trim().replaceFirst(";$", "") + enabled(table, row);
        objects.add(from, row.getLong(1), new SchemaObject(kind, name, ObjectName.NONE, sql, sql, Stage.KEYS));
    }

    private static String enabled(ObjectName table, ResultSet row) throws SQLException {
        String state = row.getString(6);
        String how = state.equals("D") ? "DISABLE " : state.equals("R") ? "ENABLE REPLICA " : "ENABLE ALWAYS ";
        return state.equals("O")
                ? ""
                : "; ALTER TABLE " + table.sql() + " " + how + row.getString(7) + " "
                        + ObjectName.quote(row.getString(4));
    }
}
