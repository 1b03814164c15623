package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.dialect.oracle.OracleDialect;
import org.junit.Before;
import org.junit.Test;

/** What is refused before anything is given to the staging server, and what is removed from it. */
public class VendorRefusalTest {

    private FakeServer source;
    private FakeServer target;

    @Before
    public void twoServers() throws Exception {
        source = OracleCarbonSchemaTest.oracle();
        target = OracleCarbonSchemaTest.oracle();
        source.row("ALL_TABLES", "OWNER", "CARBON", "TABLE_NAME", "T");
        source.row(
                "ALL_TAB_COLS",
                "OWNER",
                "CARBON",
                "TABLE_NAME",
                "T",
                "COLUMN_NAME",
                "A",
                "DATA_TYPE",
                "DATE",
                "COLUMN_ID",
                1);
        source.row("ALL_SEQUENCES", "SEQUENCE_OWNER", "CARBON", "SEQUENCE_NAME", "S");
    }

    @Test
    public void refusesStagingThatUnderstandsCharactersInAnotherWay() throws Exception {
        target.sql("UPDATE NLS_DATABASE_PARAMETERS SET VALUE = 'WE8ISO8859P1' WHERE PARAMETER = 'NLS_CHARACTERSET'");

        assertTrue(refusal(DbError.DB_INEXACT).contains("NLS_CHARACTERSET is WE8ISO8859P1"));
    }

    @Test
    public void refusesStagingThatIsOlder() throws Exception {
        target = OracleCarbonSchemaTest.oracle(11);

        assertTrue(refusal(DbError.DB_INEXACT).contains("server is older"));
    }

    @Test
    public void namesEveryRightThatIsMissing() throws Exception {
        target.sql("DELETE FROM SESSION_PRIVS WHERE PRIVILEGE <> 'CREATE VIEW'");

        assertTrue(refusal(DbError.DB_RIGHTS).contains("CREATE TABLE, CREATE SEQUENCE."));
    }

    @Test
    public void refusesStagingThatIsTheSourceUnderAnotherName() {
        target = source;

        refusal(DbError.DB_SAME);
    }

    @Test
    public void refusesStagingThatHoldsAnything() throws Exception {
        target.row("ALL_TABLES", "OWNER", "CARBON", "TABLE_NAME", "THEIRS");

        assertTrue(refusal(DbError.DB_NOT_EMPTY).contains("THEIRS"));
    }

    @Test
    public void removesItsOwnMarkLast() throws Exception {
        target.with(" CASCADE CONSTRAINTS PURGE", "")
                .sql("CREATE TABLE CARBON_UPGRADE(MARK INT, TABLE_NO INT, NOTE INT)");
        target.row("ALL_TABLES", "OWNER", "CARBON", "TABLE_NAME", "CARBON_UPGRADE");
        target.row("ALL_TABLES", "OWNER", "CARBON", "TABLE_NAME", "T");
        target.row("ALL_SEQUENCES", "SEQUENCE_OWNER", "CARBON", "SEQUENCE_NAME", "S");
        int number = 0;
        for (String column : new String[] {"MARK", "TABLE_NO", "NOTE"}) {
            target.row(
                    "ALL_TAB_COLS",
                    "OWNER",
                    "CARBON",
                    "TABLE_NAME",
                    "CARBON_UPGRADE",
                    "COLUMN_NAME",
                    column,
                    "DATA_TYPE",
                    "NUMBER",
                    "COLUMN_ID",
                    ++number);
        }
        try (Connection connection = target.connect()) {
            new OracleDialect().clear(connection);
        }

        assertEquals(
                "[DROP TABLE \"T\" CASCADE CONSTRAINTS PURGE, DROP SEQUENCE \"S\"]",
                target.statements().toString());
        assertThrows(SQLException.class, () -> target.sql("SELECT * FROM CARBON_UPGRADE"));
    }

    private String refusal(DbError error) {
        CopyRequest request = new CopyRequest(spec("old", source), spec("staging", target), "test", 1);
        DbCopyException refusal =
                assertThrows(DbCopyException.class, () -> new JdbcDatabaseCopier().copy(request, Progress.NONE));

        assertEquals(refusal.toString(), error, refusal.error());
        assertTrue(target.statements().stream().noneMatch(statement -> statement.startsWith("CREATE ")));
        return refusal.getMessage();
    }

    private static DatabaseSpec spec(String name, FakeServer server) {
        String url = "jdbc:oracle:thin:@//refuses-" + name + "/x";
        FakeDriver.lead(url, server);
        return DatabaseSpec.named(name)
                .url(url)
                .user("carbon", "secret")
                .driverClass(FakeDriver.class.getName())
                .build();
    }
}
