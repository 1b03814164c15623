package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What Informix is asked. Not exercised against a live server. */
final class InformixQuestions extends ServerQuestions {

    private static final String HERE = " WHERE name = DBINFO('dbname')";

    @Override
    String others() {
        return "SELECT s.username, s.hostname, COUNT(*) FROM sysmaster:syssessions s, sysmaster:sysopendb o"
                + " WHERE o.odb_sessionid = s.sid AND o.odb_dbname = DBINFO('dbname')"
                + " AND s.sid <> DBINFO('sessionid') GROUP BY 1, 2 ORDER BY 1, 2";
    }

    /** Two rows of the catalogue are no tables, but hold the locales of sorting and of characters. */
    @Override
    public List<ServerSetting> settings() {
        return Arrays.asList(
                ServerSetting.same("locale of characters", "SELECT site FROM systables WHERE tabid = 91"),
                ServerSetting.alike("locale of sorting", "SELECT site FROM systables WHERE tabid = 90"),
                ServerSetting.same(
                        "kind of transaction log",
                        "SELECT CASE WHEN is_ansi = 1 THEN 'ANSI' WHEN is_logging = 1 THEN 'log' ELSE 'none' END"
                                + " FROM sysmaster:sysdatabases" + HERE));
    }

    @Override
    public List<String> obstacles(Connection connection) throws SQLException {
        String query = "SELECT COUNT(*) FROM sysusers WHERE usertype IN ('D', 'R') AND username IN (USER, 'public')";
        return first(connection, query).equals("0")
                ? Collections.singletonList("its user lacks RESOURCE")
                : Collections.emptyList();
    }
}
