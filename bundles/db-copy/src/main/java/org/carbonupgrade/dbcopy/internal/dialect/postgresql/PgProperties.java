package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/**
 * What belongs to a database as such, and not to its content: owner, grants, connection limit, comment and settings. A clone that
 * takes another's place takes these over.
 */
final class PgProperties {

    /** Settings that are lists of names, each of which is quoted by itself. */
    private static final Set<String> LISTS = new HashSet<>(Arrays.asList(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories"));

    private static final Pattern ELEMENT = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^\",]+?))\\s*(?:,|$)");

    private static final String OF = " FROM pg_catalog.pg_database d WHERE d.datname = ";

    private final PgCatalog catalog;
    private final String from;
    private final String to;

    /** @param catalog of any database of the cluster */
    PgProperties(PgCatalog catalog, String from, String to) {
        this.catalog = catalog;
        this.from = from;
        this.to = to;
    }

    /** Statements that give one database what the other has, apart from the owner. */
    List<String> statements() throws SQLException {
        List<String> statements = new ArrayList<>();
        String database = "DATABASE " + ObjectName.quote(to);
        String comment = catalog.value("SELECT pg_catalog.shobj_description(d.oid, 'pg_database')" + from());
        if (comment != null) {
            statements.add("COMMENT ON " + database + " IS " + PgCatalog.literal(comment));
        }
        grants(database, statements);
        catalog.each(
                "SELECT r.rolname, unnest(s.setconfig) FROM pg_catalog.pg_db_role_setting s"
                        + " LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole"
                        + " WHERE s.setdatabase = (SELECT d.oid" + from() + ")",
                row -> statements.add((row.getString(1) == null
                                ? "ALTER " + database
                                : "ALTER ROLE " + ObjectName.quote(row.getString(1)) + " IN " + database)
                        + " SET " + setting(row.getString(2))));
        return statements;
    }

    /** The last: it may keep us out. */
    String connectionLimit() throws SQLException {
        return "ALTER DATABASE " + ObjectName.quote(to) + " CONNECTION LIMIT "
                + catalog.value("SELECT d.datconnlimit" + from());
    }

    /** Whether both have the same. */
    boolean equal() throws SQLException {
        return described(from).equals(described(to));
    }

    private void grants(String database, List<String> statements) throws SQLException {
        String owner =
                catalog.value("SELECT pg_catalog.pg_get_userbyid(d.datdba)" + from() + " AND d.datacl IS NOT NULL");
        if (owner == null) {
            return;
        }
        statements.add("REVOKE ALL ON " + database + " FROM PUBLIC, " + ObjectName.quote(owner));
        catalog.each(
                "SELECT a.privilege_type, g.rolname, a.is_grantable FROM pg_catalog.pg_database d"
                        + " CROSS JOIN LATERAL pg_catalog.aclexplode(d.datacl) a"
                        + " LEFT JOIN pg_catalog.pg_roles g ON g.oid = a.grantee WHERE d.datname = "
                        + PgCatalog.literal(from),
                row -> statements.add("GRANT " + row.getString(1) + " ON " + database + " TO "
                        + (row.getString(2) == null ? "PUBLIC" : ObjectName.quote(row.getString(2)))
                        + (row.getBoolean(3) ? " WITH GRANT OPTION" : "")));
    }

    private String described(String database) throws SQLException {
        return catalog.value("SELECT concat_ws(chr(10), d.datdba, d.datconnlimit, d.datacl IS NULL,"
                + " pg_catalog.shobj_description(d.oid, 'pg_database'),"
                + " (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM pg_catalog.aclexplode(d.datacl) a),"
                + " (SELECT string_agg(s.setrole || ' ' || c, chr(10) ORDER BY s.setrole, c)"
                + " FROM pg_catalog.pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) c"
                + " WHERE s.setdatabase = d.oid))" + OF + PgCatalog.literal(database));
    }

    private String from() {
        return OF + PgCatalog.literal(from);
    }

    /** A setting as the catalogue keeps it, {@code name=value}, as the statement takes it. */
    static String setting(String kept) {
        int equals = kept.indexOf('=');
        String name = kept.substring(0, equals);
        String value = kept.substring(equals + 1);
        String quoted = Arrays.stream(name.split("\\.")).map(ObjectName::quote).collect(Collectors.joining("."));
        return quoted + " TO " + (LISTS.contains(name) && !value.isEmpty() ? list(value) : PgCatalog.literal(value));
    }

    private static String list(String value) {
        List<String> elements = new ArrayList<>();
        Matcher element = ELEMENT.matcher(value);
        while (element.find() && element.end() > element.start()) {
            String name = element.group(1) == null
                    ? element.group(2)
                    : element.group(1).replace("\"\"", "\"");
            elements.add(PgCatalog.literal(name));
        }
        return String.join(", ", elements);
    }
}
