package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What MySQL and MariaDB are asked. */
final class MysqlQuestions extends ServerQuestions {

    private static final String[] RIGHTS = {
        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES"
    };
    private static final Pattern OF_ROLE = Pattern.compile("(?m)^GRANT [`'][^\n]* TO ");

    @Override
    String others() {
        return "SELECT USER, SUBSTRING_INDEX(HOST, ':', 1), COUNT(*) FROM INFORMATION_SCHEMA.PROCESSLIST"
                + " WHERE DB = DATABASE() AND ID <> CONNECTION_ID() GROUP BY 1, 2 ORDER BY 1, 2";
    }

    @Override
    public List<ServerSetting> settings() {
        return Arrays.asList(
                ServerSetting.same("lower_case_table_names", "SELECT @@lower_case_table_names"),
                // Tables keep their own; these are for tables that are made later.
                ServerSetting.alike("character set", "SELECT @@character_set_database"),
                ServerSetting.alike("collation", "SELECT @@collation_database"));
    }

    @Override
    public List<String> obstacles(Connection connection) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        if (first(connection, "SELECT @@global.read_only").equals("1")) {
            obstacles.add("its server is read-only");
        }
        String held = String.join("\n", column(connection, "SHOW GRANTS"));
        // What a role grants is not listed here.
        boolean roles = OF_ROLE.matcher(held).find();
        for (String right : RIGHTS) {
            boolean granted = Pattern.compile("GRANT ([^\n]*\\b" + right + "\\b|ALL PRIVILEGES)[^\n]* ON ")
                    .matcher(held)
                    .find();
            if (!granted && !roles) {
                obstacles.add("its user lacks " + right);
            }
        }
        return obstacles;
    }
}
