package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What DB2 for Linux, UNIX and Windows is asked. Not exercised against a live server. */
final class Db2Questions extends ServerQuestions {

    private static final String VARCHAR = " FROM SYSCAT.DATATYPES WHERE TYPESCHEMA = 'SYSIBM' AND TYPENAME = 'VARCHAR'";

    @Override
    String others() {
        return "SELECT RTRIM(SESSION_AUTH_ID), COALESCE(RTRIM(CLIENT_WRKSTNNAME), '?'), COUNT(*)"
                + " FROM TABLE(MON_GET_CONNECTION(CAST(NULL AS BIGINT), -2)) AS T"
                + " WHERE APPLICATION_HANDLE <> MON_GET_APPLICATION_HANDLE()"
                + " GROUP BY RTRIM(SESSION_AUTH_ID), COALESCE(RTRIM(CLIENT_WRKSTNNAME), '?') ORDER BY 1, 2";
    }

    @Override
    public List<ServerSetting> settings() {
        return Arrays.asList(
                ServerSetting.characters("code page", "SELECT VARCHAR(CODEPAGE)" + VARCHAR, "1208"),
                ServerSetting.alike("collation", "SELECT COLLATIONNAME" + VARCHAR));
    }

    /** Authorities held by way of groups and roles count, too. */
    @Override
    public List<String> obstacles(Connection connection) throws SQLException {
        String query = "SELECT COUNT(*) FROM TABLE(SYSPROC.AUTH_LIST_AUTHORITIES_FOR_AUTHID(SESSION_USER, 'U')) AS T"
                + " WHERE AUTHORITY IN ('CREATETAB', 'DBADM', 'SYSADM')"
                + " AND 'Y' IN (D_USER, D_GROUP, D_PUBLIC, ROLE_USER, ROLE_GROUP, ROLE_PUBLIC)";
        return first(connection, query).equals("0")
                ? Collections.singletonList("its user lacks CREATETAB")
                : Collections.emptyList();
    }
}
