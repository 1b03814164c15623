package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** What our sessions set for themselves, apart from what the server or its roles are set to. */
final class PgSession {

    /** Only what the server knows: some settings are younger than the oldest server. */
    private static final String KNOWN = "SELECT pg_catalog.set_config(s.name, w.value, false) FROM (VALUES "
            // Values are written so that reading them gives the same again.
            + "('extra_float_digits', '3'), ('datestyle', 'ISO, MDY'), ('intervalstyle', 'postgres'),"
            + " ('bytea_output', 'hex'), ('timezone', 'UTC'), ('xmloption', 'content'), ('lc_monetary', 'C'),"
            + " ('standard_conforming_strings', 'on'), ('quote_all_identifiers', 'off'),"
            // Rows that a policy hides are an error, not missing.
            + " ('row_security', 'off'),"
            // Long work is what we are here for.
            + " ('statement_timeout', '0'), ('lock_timeout', '0'), ('idle_in_transaction_session_timeout', '0'),"
            + " ('idle_session_timeout', '0'), ('transaction_timeout', '0'), ('synchronize_seqscans', 'off')";

    /**
     * What makes loading quick. Large values are compressed anew in staging, which is most of the work on them: with lz4, where the
     * server has it and nobody has chosen otherwise; a column that says how it is compressed is not touched by this setting.
     */
    private static final String WRITING =
            ", ('synchronous_commit', 'off'), ('maintenance_work_mem', '262144'), ('default_toast_compression', 'lz4'),"
                    + " ('check_function_bodies', 'off'), ('client_min_messages', 'warning')";

    private static final String END = ") AS w(name, value) JOIN pg_catalog.pg_settings s ON s.name ="
            + " CASE w.name WHEN 'datestyle' THEN 'DateStyle' WHEN 'intervalstyle' THEN 'IntervalStyle'"
            + " WHEN 'timezone' THEN 'TimeZone' ELSE w.name END"
            + " WHERE CASE w.name WHEN 'maintenance_work_mem' THEN s.setting::bigint < w.value::bigint"
            + " WHEN 'default_toast_compression' THEN s.source = 'default' AND w.value = ANY (s.enumvals)"
            + " ELSE true END";

    private PgSession() {}

    /** Makes it a session that can't write. */
    static void read(Connection connection) throws SQLException {
        Jdbc.execute(connection, KNOWN + END);
        Jdbc.execute(connection, "SET default_transaction_read_only = on");
    }

    static void write(Connection connection) throws SQLException {
        Jdbc.execute(connection, KNOWN + WRITING + END);
    }
}
