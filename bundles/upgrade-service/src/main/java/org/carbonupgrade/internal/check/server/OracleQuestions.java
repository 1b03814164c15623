package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Oracle is asked: a database is a user's schema. Not exercised against a live server. */
final class OracleQuestions extends ServerQuestions {

    private static final String PARAMETER = "SELECT VALUE FROM NLS_DATABASE_PARAMETERS WHERE PARAMETER = ";
    private static final String UNLIMITED = "UNLIMITED TABLESPACE";

    /** What Carbon's create script makes. */
    private static final String[] RIGHTS = {"CREATE TABLE", "CREATE SEQUENCE", "CREATE TRIGGER"};

    /** V$SESSION is for those who were granted it. */
    @Override
    String others() {
        return "SELECT USERNAME, NVL(MACHINE, '?'), COUNT(*) FROM V$SESSION WHERE TYPE = 'USER'"
                + " AND SCHEMANAME = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                + " AND SID <> TO_NUMBER(SYS_CONTEXT('USERENV', 'SID'))"
                + " GROUP BY USERNAME, NVL(MACHINE, '?') ORDER BY 1, 2";
    }

    @Override
    public List<ServerSetting> settings() {
        return Arrays.asList(
                ServerSetting.characters("character set", PARAMETER + "'NLS_CHARACTERSET'", "AL32UTF8"),
                ServerSetting.characters("national character set", PARAMETER + "'NLS_NCHAR_CHARACTERSET'", "AL16UTF16"),
                // Columns keep their own; this is for those that are made later.
                ServerSetting.alike("length semantics", PARAMETER + "'NLS_LENGTH_SEMANTICS'"));
    }

    @Override
    public List<String> obstacles(Connection connection) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        String role = first(connection, "SELECT SYS_CONTEXT('USERENV', 'DATABASE_ROLE') FROM DUAL");
        if (role.endsWith("STANDBY")) {
            obstacles.add("its server is a standby");
        }
        Set<String> held = new HashSet<>(column(connection, "SELECT PRIVILEGE FROM SESSION_PRIVS"));
        for (String right : RIGHTS) {
            if (!held.contains(right)) {
                obstacles.add("its user lacks " + right);
            }
        }
        String quotas = "SELECT COUNT(*) FROM USER_TS_QUOTAS WHERE MAX_BYTES <> 0";
        if (!held.contains(UNLIMITED) && first(connection, quotas).equals("0")) {
            obstacles.add("its user has a quota on no tablespace");
        }
        return obstacles;
    }
}
