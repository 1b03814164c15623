package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** The variables of a session. They end with it: nothing of the server's is changed. */
final class MysqlSession {

    /** Applies to a new session. */
    @FunctionalInterface
    interface Setting {
        void of(Connection connection) throws SQLException;
    }

    /**
     * Names in double quotes, and values taken as an old, lenient database could have stored them: an ENUM's error value, the
     * 31st of February, a FLOAT(9,3) at its end. What is taken is read back. Backslashes stay escapes: the server writes them so
     * in definitions, whatever the mode.
     */
    private static final String MODE = "ANSI_QUOTES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION";

    private static final int UNKNOWN_VARIABLE = 1193;
    private static final String LOG =
            "SHOW SESSION VARIABLES WHERE Variable_name IN ('log_bin', 'sql_log_bin', 'binlog_format')";

    /** Of which some need rights that the user may lack, and some are not known to every server. */
    private static final Map<String, String> TO_READ = new LinkedHashMap<>();

    private static final Map<String, String> TO_WRITE = new LinkedHashMap<>();

    static {
        TO_READ.put("max_statement_time", "0");
        TO_READ.put("max_execution_time", "0");
        TO_READ.put("idle_transaction_timeout", "0");
        TO_READ.put("idle_readonly_transaction_timeout", "0");
        TO_READ.put("idle_write_transaction_timeout", "0");
        TO_READ.put("show_create_table_skip_secondary_engine", "0");
        TO_READ.put("information_schema_stats_expiry", "0"); // sizes of today
        TO_WRITE.put("sql_log_bin", "0");
        // the first rows of an empty table may be written by one session alone: the next one waits for its end
        TO_WRITE.put("innodb_lock_wait_timeout", "3600");
        TO_WRITE.put("default_storage_engine", "InnoDB");
        TO_WRITE.put("explicit_defaults_for_timestamp", "1");
        TO_WRITE.put("innodb_strict_mode", "0");
        TO_WRITE.put("check_constraint_checks", "0");
        TO_WRITE.put("sql_require_primary_key", "0");
        TO_WRITE.put("system_versioning_alter_history", "KEEP");
    }

    private MysqlSession() {}

    static void toRead(Connection connection) throws SQLException {
        common(connection);
        wherePermitted(connection, TO_READ);
        Jdbc.execute(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        readOnly(connection);
    }

    /** MySQL 5.5 does not know such sessions. */
    private static void readOnly(Connection connection) throws SQLException {
        try {
            Jdbc.execute(connection, "SET SESSION TRANSACTION READ ONLY");
        } catch (SQLException e) {
            if (e.getErrorCode() != UNKNOWN_VARIABLE) {
                throw e;
            }
        }
    }

    /**
     * Two workers that mark their tables at once would lock each other out of gaps in the marker table: rows are enough. That is not
     * allowed where statements are logged, as by MySQL up to 5.6, and the user may not leave its own out of the log.
     */
    static void toWrite(Connection connection) throws SQLException {
        common(connection);
        wherePermitted(connection, TO_READ);
        wherePermitted(connection, TO_WRITE);
        List<String> log = Jdbc.all(connection, LOG, row -> row.getString(2));
        boolean logged = log.contains("STATEMENT") && !log.contains("OFF");
        Jdbc.execute(
                connection,
                "SET SESSION TRANSACTION ISOLATION LEVEL " + (logged ? "REPEATABLE READ" : "READ COMMITTED"));
        Jdbc.execute(connection, "SET SESSION foreign_key_checks = 0, unique_checks = 0");
    }

    /** Names in definitions are quoted as the session's mode says: in a way that every other mode understands too. */
    static void quoteNamesWithBackticks(Connection connection) throws SQLException {
        Jdbc.execute(connection, "SET SESSION sql_mode = ''");
    }

    /** Takes back what a table or a statement needed for itself. */
    static void common(Connection connection) throws SQLException {
        Jdbc.execute(connection, "SET NAMES utf8mb4");
        Jdbc.execute(
                connection,
                "SET SESSION sql_mode = '" + MODE + "', time_zone = '+00:00', sql_quote_show_create = 1,"
                        + " net_write_timeout = 3600, net_read_timeout = 3600, wait_timeout = 86400, sql_big_selects = 1");
    }

    private static void wherePermitted(Connection connection, Map<String, String> settings) throws SQLException {
        String known = settings.keySet().stream().map(Sql::literal).collect(Collectors.joining(", "));
        for (String name : Jdbc.column(connection, "SHOW SESSION VARIABLES WHERE Variable_name IN (" + known + ")")) {
            try {
                Jdbc.execute(connection, "SET SESSION " + name + " = " + settings.get(name));
            } catch (SQLException e) {
                if (connection.isClosed()) {
                    throw e;
                }
            }
        }
    }
}
