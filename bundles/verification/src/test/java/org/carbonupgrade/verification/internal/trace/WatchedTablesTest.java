package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class WatchedTablesTest {

    @Rule
    public final H2 h2 = new H2();

    private WatchedTables tables;

    @Before
    public void setUp() throws SQLException {
        h2.execute(
                "CREATE TABLE UM_USER (UM_ID INT AUTO_INCREMENT, UM_USER_NAME VARCHAR(50))",
                "CREATE TABLE REG_CONTENT (REG_CONTENT_ID INT, REG_CONTENT_DATA BLOB)",
                "CREATE TABLE REG_LOG (REG_LOG_ID INT AUTO_INCREMENT, REG_PATH VARCHAR(50))",
                "CREATE TABLE IDN_SOMETHING (ID INT)",
                "INSERT INTO UM_USER(UM_USER_NAME) VALUES ('admin')",
                "INSERT INTO REG_CONTENT VALUES (1, X'00FF')",
                "INSERT INTO REG_LOG(REG_PATH) VALUES ('/a')");
        tables = new WatchedTables(Collections.singletonList(h2.database("DB")));
    }

    @Test
    public void readsTheTablesOfUsersAndRegistryAndNoOthers() throws SQLException {
        assertEquals(
                "[DB REG_CONTENT, DB REG_LOG, DB UM_USER]",
                tables.read().tables().keySet().toString());
    }

    @Test
    public void aRowThatCameAndWentLeavesNoTrace() throws SQLException {
        List<String> changes = changesAfter(
                "INSERT INTO UM_USER(UM_USER_NAME) VALUES ('vf')", "DELETE FROM UM_USER WHERE UM_USER_NAME = 'vf'");

        assertTrue(changes.toString(), changes.isEmpty());
    }

    @Test
    public void aRowThatWasLeftIsFound() throws SQLException {
        assertEquals(
                Collections.singletonList("DB UM_USER held 1 rows before and holds 2 now"),
                changesAfter("INSERT INTO UM_USER(UM_USER_NAME) VALUES ('vf')"));
    }

    @Test
    public void aByteOfALargeObjectIsFound() throws SQLException {
        assertEquals(
                Collections.singletonList("DB REG_CONTENT held 1 rows before and holds 1, some of them different, now"),
                changesAfter("UPDATE REG_CONTENT SET REG_CONTENT_DATA = X'00FE'"));
    }

    @Test
    public void theServersOwnLogMayGrow() throws SQLException {
        List<String> changes = changesAfter("INSERT INTO REG_LOG(REG_PATH) VALUES ('/b')");

        assertTrue(changes.toString(), changes.isEmpty());
    }

    @Test
    public void theServersOwnLogMayNotLoseAnEntry() throws SQLException {
        assertEquals(
                Collections.singletonList("DB REG_LOG held 1 rows before and holds 0 now"),
                changesAfter("DELETE FROM REG_LOG", "INSERT INTO REG_LOG(REG_PATH) VALUES ('/b')"));
    }

    private List<String> changesAfter(String... statements) throws SQLException {
        TableDigests before = tables.read();
        h2.execute(statements);
        return before.changesTo(tables.read());
    }
}
