package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/**
 * Reads owners, grants and comments. What belongs to the connection's own user is nothing to speak of: a copy belongs to the user
 * who makes it.
 */
final class PgRights {

    private static final String OBJECTS = "SELECT 'pg_class'::text AS cat, c.oid, c.relowner AS owner, c.relacl AS acl,"
            + " c.relnamespace AS ns FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')"
            + " AND c.relpersistence <> 't' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend s WHERE c.relkind = 'S'"
            + " AND s.classid = 'pg_catalog.pg_class'::regclass AND s.objid = c.oid AND s.deptype IN ('a', 'i')"
            + " AND s.refobjsubid > 0 AND c.relacl IS NULL)"
            + " UNION ALL SELECT 'pg_proc', oid, proowner, proacl, pronamespace FROM pg_catalog.pg_proc"
            + " UNION ALL SELECT 'pg_type', t.oid, typowner, typacl, typnamespace FROM pg_catalog.pg_type t"
            + " WHERE t.typtype IN ('d', 'e') OR t.typtype = 'c' AND EXISTS (SELECT 1 FROM pg_catalog.pg_class k"
            + " WHERE k.oid = t.typrelid AND k.relkind = 'c')"
            + " UNION ALL SELECT 'pg_namespace', oid, nspowner, nspacl, oid FROM pg_catalog.pg_namespace"
            + " WHERE nspname <> 'public'";

    private static final List<String> COMMENTED = Stream.of(
                    "TABLE, COLUMN, VIEW, MATERIALIZED VIEW, INDEX, SEQUENCE, TYPE, DOMAIN, FUNCTION, PROCEDURE, AGGREGATE,"
                            .split(", ?"),
                    "CONSTRAINT, TRIGGER, RULE, POLICY, SCHEMA, EXTENSION, STATISTICS, COLLATION".split(", ?"))
            .flatMap(Stream::of)
            .collect(Collectors.toList());

    private final PgCatalog catalog;
    private final PgObjects objects;
    private final PgRoles roles;

    PgRights(PgCatalog catalog, PgObjects objects, PgRoles roles) {
        this.catalog = catalog;
        this.objects = objects;
        this.roles = roles;
    }

    void read() throws SQLException {
        String from = " FROM (" + OBJECTS + ") o JOIN pg_catalog.pg_namespace n ON n.oid = o.ns"
                + " JOIN pg_catalog.pg_class cat ON cat.relname = o.cat AND cat.relnamespace = 'pg_catalog'::regnamespace"
                + " CROSS JOIN LATERAL pg_catalog.pg_identify_object(cat.oid, o.oid, 0) i";
        String where = " WHERE " + PgCatalog.OURS + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e"
                + " WHERE e.classid = cat.oid AND e.objid = o.oid AND e.deptype IN ('e', 'i'))";
        String cast = from.replace("'pg_catalog'::regnamespace", "11");
        catalog.each(
                "SELECT i.type, i.identity, pg_catalog.pg_get_userbyid(o.owner)" + cast + where
                        + " AND o.owner <> (SELECT u.oid FROM pg_catalog.pg_roles u WHERE u.rolname = current_user)"
                        // The sequence of a column goes with its table.
                        + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend s WHERE o.cat = 'pg_class'"
                        + " AND s.classid = cat.oid AND s.objid = o.oid AND s.deptype IN ('a', 'i') AND s.refobjsubid > 0)"
                        + " ORDER BY 1, 2",
                row -> owner(row.getString(1), row.getString(2), row.getString(3)));
        catalog.each(
                "SELECT i.type, i.identity, coalesce(g.rolname, 'PUBLIC'), quote_ident(g.rolname), a.privilege_type,"
                        + " a.is_grantable, NULL" + cast
                        + " CROSS JOIN LATERAL pg_catalog.aclexplode(o.acl) a LEFT JOIN pg_catalog.pg_roles g"
                        + " ON g.oid = a.grantee" + where + " AND a.grantee <> o.owner AND NOT (a.grantee = 0"
                        + " AND (o.cat = 'pg_proc' AND a.privilege_type = 'EXECUTE' OR o.cat = 'pg_type'))"
                        + " UNION ALL SELECT 'column', quote_ident(n.nspname) || '.' || quote_ident(c.relname),"
                        + " coalesce(g.rolname, 'PUBLIC'), quote_ident(g.rolname), a.privilege_type, a.is_grantable,"
                        + " quote_ident(t.attname) FROM pg_catalog.pg_attribute t"
                        + " JOIN pg_catalog.pg_class c ON c.oid = t.attrelid AND c.relkind IN ('r', 'p', 'v', 'm')"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND " + PgCatalog.OURS
                        + " CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a LEFT JOIN pg_catalog.pg_roles g"
                        + " ON g.oid = a.grantee WHERE NOT t.attisdropped AND "
                        + PgCatalog.own("pg_class", "c.oid") + " ORDER BY 1, 2, 3, 5, 7",
                row -> grant(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5) + (row.getString(7) == null ? "" : " (" + row.getString(7) + ")"),
                        row.getBoolean(6)));
        catalog.each(
                "SELECT i.type, i.identity" + cast + where
                        + " AND o.acl IS NOT NULL AND o.cat IN ('pg_proc', 'pg_type')"
                        + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.aclexplode(o.acl) p WHERE p.grantee = 0) ORDER BY 1, 2",
                row -> {
                    String right = (row.getString(1).matches("function|procedure|aggregate") ? "EXECUTE" : "USAGE")
                            + " ON " + sqlType(row.getString(1)) + " " + row.getString(2);
                    add(Kind.GRANT, "not " + right + " to PUBLIC", "REVOKE " + right + " FROM PUBLIC");
                });
    }

    /** Comments on what we carry; a schema's {@code public} has one from the start. */
    void comments() throws SQLException {
        catalog.each(
                "SELECT i.type, i.identity, d.description FROM (SELECT * FROM pg_catalog.pg_description"
                        + " WHERE objoid >= 16384 OR classoid = 'pg_catalog.pg_namespace'::regclass OFFSET 0) d"
                        + " CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) i"
                        + " LEFT JOIN pg_catalog.pg_available_extensions x ON i.type = 'extension' AND x.name = i.name"
                        + " WHERE (d.objoid >= 16384 OR i.type = 'schema' AND i.identity = 'public')"
                        + " AND coalesce(i.schema, '') !~ '^pg_' AND coalesce(i.schema, '') <> 'information_schema'"
                        + " AND NOT (i.type = 'schema' AND i.identity = 'public' AND d.description = 'standard public schema')"
                        + " AND d.description IS DISTINCT FROM x.comment AND NOT EXISTS (SELECT 1"
                        + " FROM pg_catalog.pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid"
                        + " AND e.deptype = 'e') ORDER BY 1, 2",
                row -> {
                    String type = row.getString(1);
                    String what = type.endsWith(" column") ? "COLUMN" : sqlType(type);
                    if (!COMMENTED.contains(what)) {
                        objects.notCarried(
                                "comment on " + type + " " + row.getString(2) + ": it is not carried itself");
                        return;
                    }
                    String identity = type.equals("domain constraint")
                            ? row.getString(2).replaceFirst(" on (?=[^\"]*$)", " ON DOMAIN ")
                            : row.getString(2);
                    add(
                            Kind.COMMENT,
                            what + " " + identity,
                            "COMMENT ON " + what + " " + identity + " IS " + PgCatalog.literal(row.getString(3)));
                });
    }

    private static String sqlType(String type) {
        switch (type) {
            case "table constraint":
            case "domain constraint":
                return "CONSTRAINT";
            case "composite type":
                return "TYPE";
            case "statistics object":
                return "STATISTICS";
            default:
                return type.toUpperCase(Locale.ROOT);
        }
    }

    private void owner(String type, String identity, String owner) {
        if (roles.isUser(owner)) {
            return;
        }
        if (!roles.mayBe(owner)) {
            objects.notCarried("owner " + owner + " of " + type + " " + identity
                    + ": the staging database's user makes it, and may not give it away");
            return;
        }
        add(
                Kind.OWNER,
                type + " " + identity,
                "ALTER " + sqlType(type) + " " + identity + " OWNER TO " + ObjectName.quote(owner),
                Stage.LAST);
    }

    private void grant(String type, String identity, String role, String quoted, String right, boolean grantable) {
        if (roles.isUser(role)) {
            return;
        }
        String on = type.equals("column") || type.matches("(materialized )?view") ? "TABLE" : sqlType(type);
        String what = right + " on " + type + " " + identity + " to " + role;
        if (quoted != null && !roles.exists(role)) {
            objects.notCarried("grant of " + what + ": the staging database's server has no such role");
            return;
        }
        add(
                Kind.GRANT,
                what,
                "GRANT " + right + " ON " + (on.equals("COMPOSITE TYPE") ? "TYPE" : on) + " " + identity + " TO "
                        + (quoted == null ? "PUBLIC" : quoted) + (grantable ? " WITH GRANT OPTION" : ""));
    }

    private void add(Kind kind, String what, String sql) {
        add(kind, what, sql, Stage.KEYS);
    }

    private void add(Kind kind, String what, String sql, Stage stage) {
        objects.add(kind, ObjectName.described(what), ObjectName.NONE, sql, stage);
    }
}
