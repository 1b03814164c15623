package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What PostgreSQL is asked. */
final class PostgresqlQuestions extends ServerQuestions {

    private static final String DATABASE = " FROM pg_catalog.pg_database WHERE datname = current_database()";

    @Override
    String others() {
        return "SELECT usename, coalesce(host(client_addr), 'local'), count(*) FROM pg_catalog.pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL"
                + " GROUP BY 1, 2 ORDER BY 1, 2";
    }

    @Override
    public List<ServerSetting> settings() {
        return Arrays.asList(
                ServerSetting.characters("encoding", "SELECT current_setting('server_encoding')", "UTF8"),
                ServerSetting.alike("collation", "SELECT datcollate" + DATABASE),
                ServerSetting.alike("character classification", "SELECT datctype" + DATABASE));
    }

    @Override
    public List<String> obstacles(Connection connection) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        if (first(connection, "SELECT pg_is_in_recovery()").equals("t")) {
            obstacles.add("its server is a standby");
        }
        // What the session began with: this one was made read-only by ourselves.
        String readOnly = "SELECT reset_val FROM pg_catalog.pg_settings WHERE name = 'default_transaction_read_only'";
        if (first(connection, readOnly).equals("on")) {
            obstacles.add("its transactions are read-only unless told otherwise");
        }
        if (first(connection, "SELECT has_schema_privilege(coalesce(current_schema(), 'public'), 'CREATE')")
                .equals("f")) {
            obstacles.add("its user lacks CREATE on the schema");
        }
        return obstacles;
    }
}
