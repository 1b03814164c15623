package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What SQL Server is asked. Not exercised against a live server. */
final class SqlServerQuestions extends ServerQuestions {

    private static final String SIGHT = "VIEW SERVER STATE";
    private static final String NO = "0";
    private static final String DATABASE = " FROM sys.databases WHERE database_id = DB_ID()";

    @Override
    String others() {
        return "SELECT login_name, COALESCE(host_name, '?'), COUNT(*) FROM sys.dm_exec_sessions"
                + " WHERE database_id = DB_ID() AND session_id <> @@SPID AND is_user_process = 1"
                + " GROUP BY login_name, COALESCE(host_name, '?') ORDER BY 1, 2";
    }

    @Override
    void requireSight(Connection connection) throws SQLException {
        if (!first(connection, "SELECT HAS_PERMS_BY_NAME(NULL, NULL, '" + SIGHT + "')")
                .equals("1")) {
            throw new SQLException("without " + SIGHT + " a user sees nobody's sessions but his own");
        }
    }

    @Override
    public List<ServerSetting> settings() {
        return Arrays.asList(
                // Columns keep their own; this is for those that are made later, and for comparing names.
                ServerSetting.alike(
                        "collation", "SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))"),
                ServerSetting.alike(
                        "compatibility level", "SELECT CAST(compatibility_level AS NVARCHAR(10))" + DATABASE),
                ServerSetting.alike(
                        "setting READ_COMMITTED_SNAPSHOT",
                        "SELECT CASE is_read_committed_snapshot_on WHEN 1 THEN 'ON' ELSE 'OFF' END" + DATABASE));
    }

    @Override
    public List<String> obstacles(Connection connection) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        String updates = "SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS NVARCHAR(128))";
        if (first(connection, updates).equals("READ_ONLY")) {
            obstacles.add("it is read-only");
        }
        if (first(connection, "SELECT HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'CREATE TABLE')")
                .equals(NO)) {
            obstacles.add("its user lacks CREATE TABLE");
        }
        if (first(connection, "SELECT HAS_PERMS_BY_NAME(SCHEMA_NAME(), 'SCHEMA', 'ALTER')")
                .equals(NO)) {
            obstacles.add("its user lacks ALTER on his schema");
        }
        return obstacles;
    }
}
