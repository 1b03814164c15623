package org.carbonupgrade.internal.check.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.Status;
import org.junit.Test;

/** What the servers are asked that can't be had here, and what is made of their answers. */
public class VendorQuestionsTest {

    private final FakeServer server = new FakeServer();

    @Test
    public void thereAreQuestionsForEveryServerAndNoneForFiles() {
        for (String type : new String[] {"PostgreSQL", "MySQL/MariaDB", "Oracle", "SQL Server", "DB2", "Informix"}) {
            assertTrue(type, ServerQuestions.of(type).isPresent());
        }
        assertFalse(ServerQuestions.of("H2").isPresent());
    }

    @Test
    public void oracleTellsOfTheSchemasOtherSessions() throws SQLException {
        server.answer(
                "FROM V$SESSION WHERE TYPE = 'USER' AND SCHEMANAME = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                        + " AND SID <> TO_NUMBER(SYS_CONTEXT('USERENV', 'SID'))",
                new Object[] {"CARBON", "app1", 20},
                new Object[] {null, "?", 1});
        assertEquals("[20 of CARBON from app1, 1 of null from ?]", sessions("Oracle"));
    }

    @Test
    public void whoMayNotSeeSessionsIsNotToldThatThereAreNone() {
        assertThrows(SQLException.class, () -> sessions("Oracle"));
        assertThrows(SQLException.class, () -> sessions("DB2"));
        assertThrows(SQLException.class, () -> sessions("Informix"));
        server.column("HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE')", 0).answer("sys.dm_exec_sessions");
        SQLException e = assertThrows(SQLException.class, () -> sessions("SQL Server"));
        assertTrue(e.getMessage(), e.getMessage().contains("VIEW SERVER STATE"));
    }

    @Test
    public void theOthersTellOfTheDatabasesOtherSessions() throws SQLException {
        server.column("'VIEW SERVER STATE'", 1)
                .answer("database_id = DB_ID() AND session_id <> @@SPID", new Object[] {"carbon", "app2", 3})
                .answer("APPLICATION_HANDLE <> MON_GET_APPLICATION_HANDLE()", new Object[] {"CARBON", "app3", 4})
                .answer("s.sid <> DBINFO('sessionid')", new Object[] {"carbon", "app4", 5});
        assertEquals("[3 of carbon from app2]", sessions("SQL Server"));
        assertEquals("[4 of CARBON from app3]", sessions("DB2"));
        assertEquals("[5 of carbon from app4]", sessions("Informix"));
    }

    @Test
    public void rightsOfOracle() throws SQLException {
        server.column("'DATABASE_ROLE'", "PHYSICAL STANDBY")
                .column("SESSION_PRIVS", "CREATE SESSION", "CREATE TABLE")
                .column("USER_TS_QUOTAS", 0);
        assertEquals(
                "[its server is a standby, its user lacks CREATE SEQUENCE, its user lacks CREATE TRIGGER, its user has a"
                        + " quota on no tablespace]",
                obstacles("Oracle"));
        String[] all = {"CREATE TABLE", "CREATE SEQUENCE", "CREATE TRIGGER", "UNLIMITED TABLESPACE"};
        server.column("'DATABASE_ROLE'", "PRIMARY").column("SESSION_PRIVS", (Object[]) all);
        assertEquals("[]", obstacles("Oracle"));
        server.column("SESSION_PRIVS", "CREATE TABLE", "CREATE SEQUENCE", "CREATE TRIGGER")
                .column("USER_TS_QUOTAS", 1);
        assertEquals("[]", obstacles("Oracle"));
    }

    @Test
    public void rightsOfSqlServer() throws SQLException {
        server.column("'Updateability'", "READ_ONLY")
                .column("'CREATE TABLE'", 0)
                .column("'SCHEMA', 'ALTER'", 0);
        assertEquals(
                "[it is read-only, its user lacks CREATE TABLE, its user lacks ALTER on his schema]",
                obstacles("SQL Server"));
        server.column("'Updateability'", "READ_WRITE")
                .column("'CREATE TABLE'", 1)
                .column("'SCHEMA', 'ALTER'", 1);
        assertEquals("[]", obstacles("SQL Server"));
    }

    @Test
    public void rightsOfDb2AndInformix() throws SQLException {
        server.column("AUTH_LIST_AUTHORITIES_FOR_AUTHID", 0).column("FROM sysusers", 0);
        assertEquals("[its user lacks CREATETAB]", obstacles("DB2"));
        assertEquals("[its user lacks RESOURCE]", obstacles("Informix"));
        server.column("AUTH_LIST_AUTHORITIES_FOR_AUTHID", 2).column("FROM sysusers", 1);
        assertEquals("[]", obstacles("DB2"));
        assertEquals("[]", obstacles("Informix"));
    }

    @Test
    public void settingsThatHaveToBeTheSame() throws SQLException {
        assertEquals(
                "[character set FAIL, national character set FAIL, length semantics WARN]", settings("Oracle", "X"));
        assertEquals(
                "[collation WARN, compatibility level WARN, setting READ_COMMITTED_SNAPSHOT WARN]",
                settings("SQL Server", "X"));
        assertEquals("[code page FAIL, collation WARN]", settings("DB2", "X"));
        assertEquals(
                "[locale of characters FAIL, locale of sorting WARN, kind of transaction log FAIL]",
                settings("Informix", "X"));
    }

    @Test
    public void charactersThatHoldAllOthers() throws SQLException {
        assertTrue(settings("Oracle", "AL32UTF8").startsWith("[character set WARN, national character set FAIL"));
        assertTrue(settings("DB2", "1208").startsWith("[code page WARN"));
        ServerSetting oracle = ServerQuestions.of("Oracle").get().settings().get(0);
        assertEquals("nobody knows what they are", Status.FAIL, oracle.whenOther("US7ASCII", "AL32UTF8"));
    }

    @Test
    public void settingsAreReadAsTheyAre() throws SQLException {
        server.column("'NLS_CHARACTERSET'", "WE8ISO8859P15 ");
        assertEquals(
                "WE8ISO8859P15",
                ServerQuestions.of("Oracle").get().settings().get(0).read(server.connection()));
        server.column("is_read_committed_snapshot_on", "ON");
        assertEquals(
                "ON", ServerQuestions.of("SQL Server").get().settings().get(2).read(server.connection()));
    }

    private String sessions(String type) throws SQLException {
        return ServerQuestions.of(type).get().sessions(server.connection()).toString();
    }

    private String obstacles(String type) throws SQLException {
        return ServerQuestions.of(type).get().obstacles(server.connection()).toString();
    }

    /** How bad it is if staging has this value for each setting, and the old database another one. */
    private static String settings(String type, String staging) {
        List<ServerSetting> settings = ServerQuestions.of(type).get().settings();
        return settings.stream()
                .map(setting -> setting + " " + setting.whenOther("Y", staging))
                .collect(Collectors.toList())
                .toString();
    }
}
