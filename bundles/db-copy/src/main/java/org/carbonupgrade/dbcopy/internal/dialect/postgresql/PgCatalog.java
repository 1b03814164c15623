package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Locale;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Asks the catalogue of a PostgreSQL server, whose columns differ between versions. */
final class PgCatalog {

    /** What users make, not what the server consists of. */
    static final String OURS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    /**
     * Where an unqualified name is made: where our marker table is, for a schema of the user's name, which comes first, may have
     * been copied since; else where the search path leads.
     */
    static final String HOME =
            "SELECT coalesce((SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE c.relname = '" + MarkerTable.NAME.toLowerCase(Locale.ROOT)
                    + "' AND c.relkind = 'r' AND pg_catalog.pg_table_is_visible(c.oid)), pg_catalog.current_schema(), 'public')";

    private final Connection connection;
    private final int version;

    PgCatalog(Connection connection) throws SQLException {
        this.connection = connection;
        this.version = Integer.parseInt(value("SELECT current_setting('server_version_num')"));
    }

    Connection connection() {
        return connection;
    }

    void each(String sql, Jdbc.RowWork work) throws SQLException {
        Jdbc.each(connection, sql, work);
    }

    /**
     * As {@link #each}, for what reads a relation itself: the lock on it is let go of at once. A server has place for some
     * thousands of locks, and one transaction looks at all tables and sequences.
     */
    void glance(String sql, Jdbc.RowWork work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        each(sql, work);
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    List<String> column(String sql) throws SQLException {
        return Jdbc.column(connection, sql);
    }

    /** The first value, null if there is no row. */
    String value(String sql) throws SQLException {
        List<String> values = column(sql);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Whether the server is of this version or a newer one, as {@code 90500} or {@code 100000}. */
    boolean since(int first) {
        return version >= first;
    }

    /** SQL for servers that have it, from this version on, and for the others. */
    String since(int first, String then, String otherwise) {
        return since(first) ? then : otherwise;
    }

    int version() {
        return version;
    }

    /** What is part of a relation {@code c} of ours that lasts, and did not come with an extension; more conditions can follow. */
    static String ofOurs() {
        return " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relpersistence <> 't' AND " + OURS
                + " AND " + own("pg_class", "c.oid");
    }

    /** A condition: the object came by itself, not with an extension, which brings it along again. */
    static String own(String catalog, String oid) {
        return "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog." + catalog
                + "'::regclass AND e.objid = " + oid + " AND e.deptype = 'e')";
    }

    /** Text as SQL writes it, whatever the server's settings. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** Whether both are of one major version, which says all in the same words. */
    boolean isLike(PgCatalog other) {
        return version / 10000 == other.version / 10000;
    }
}
