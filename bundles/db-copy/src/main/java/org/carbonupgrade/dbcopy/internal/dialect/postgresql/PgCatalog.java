package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;

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

    /** Something done with a row. */
    @FunctionalInterface
    interface RowWork {
        void take(ResultSet row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    void each(String sql, RowWork work) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                work.take(rows);
            }
        }
    }

    List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        each(sql, row -> values.add(row.getString(1)));
        return values;
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
}
