package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** What can't be done is refused with a code, a place and a remedy, without a password, and with both places as they were. */
public class MysqlRefusalTest extends MysqlTest {

    private static final String WRONG = "wrong-S3cret";

    @Before
    public void makeAnOldDatabase() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE T(ID INT PRIMARY KEY, V VARCHAR(20))",
                "INSERT INTO T VALUES (1, 'one'), (2, 'two')");
    }

    @Test
    public void refusesStagingThatHoldsAnythingAtAll() throws Exception {
        for (String[] made : new String[][] {
            {"TABLE", "CREATE TABLE USED(X INT)"},
            {"VIEW", "CREATE VIEW USED AS SELECT 1"},
            {"SEQUENCE", "CREATE SEQUENCE USED"},
            {"FUNCTION", "CREATE FUNCTION USED() RETURNS INT RETURN 1"},
            {"PROCEDURE", "CREATE PROCEDURE USED() SELECT 1"},
            {"EVENT", "CREATE EVENT USED ON SCHEDULE EVERY 1 DAY DO SELECT 1"},
            {"TABLE", "CREATE TABLE USED(X INT) ENGINE=MRG_MyISAM"}
        }) {
            if (made[0].equals("SEQUENCE") && !MysqlTestServer.isMariaDb()) {
                continue;
            }
            sql(stagingSchema, made[1]);
            refused(DbError.DB_NOT_EMPTY, "USED", this::copy);
            sql(stagingSchema, "DROP " + made[0] + " USED");
        }
        copy();
    }

    @Test
    public void refusesATableThatIsCalledLikeTheMarkerTableAndIsNot() throws Exception {
        sql(stagingSchema, "CREATE TABLE CARBON_UPGRADE(X INT)");
        refused(DbError.DB_NOT_EMPTY, "CARBON_UPGRADE", this::copy);
    }

    @Test
    public void refusesStagingOfAnotherUpgrade() {
        copy();
        CopyRequest another = new CopyRequest(old, staging, "upgrade-2", 1);
        refused(DbError.DB_FOREIGN_COPY, UPGRADE, () -> copier.copy(another, Progress.NONE));
    }

    @Test
    public void refusesToClone() {
        CopyRequest clone = new CopyRequest(old, staging, UPGRADE, 1, CopyRequest.Strategy.CLONE);
        refused(DbError.DB_CLONE, "there is no way to clone", () -> copier.copy(clone, Progress.NONE));
        assertFalse(copy().strategy(), copy().strategy().contains("not cloned"));
    }

    @Test
    public void refusesADatabaseThatIsInProduction() throws Exception {
        copy();
        sql(stagingSchema, "UPDATE CARBON_UPGRADE SET NOTE = 'PROMOTED' WHERE MARK = 'PHASE'");
        refused(DbError.DB_PROMOTED, "production", this::copy);
    }

    @Test
    public void refusesWhenTheOldDatabaseHasChangedSinceItWasCopied() throws Exception {
        copy();
        assertTrue(copy().resumed());
        sql(oldSchema, "UPDATE T SET V = 'x' WHERE ID = 2");
        refused(DbError.DB_SOURCE_CHANGED, "changed", this::copy);
    }

    @Test
    public void beginsAnewWhereTheOldDatabaseHasChangedSinceAnUnfinishedCopy() throws Exception {
        sql(
                oldSchema,
                "CREATE SEQUENCE S",
                "CREATE FUNCTION F() RETURNS INT RETURN 1",
                "CREATE VIEW V AS SELECT F() AS X FROM T",
                "CREATE TRIGGER TR BEFORE INSERT ON T FOR EACH ROW SET NEW.V = 'x'",
                "CREATE EVENT E ON SCHEDULE EVERY 1 DAY DO SELECT 1");
        copy();
        sql(stagingSchema, "UPDATE CARBON_UPGRADE SET NOTE = 'COPYING' WHERE MARK = 'PHASE'");
        sql(oldSchema, "UPDATE T SET V = 'x' WHERE ID = 2", "DROP FUNCTION F", "CREATE OR REPLACE VIEW V AS SELECT 1");
        copy();
        assertTrue(compare().equal());
        assertEquals(dump(oldSchema), dump(stagingSchema));
    }

    @Test
    public void refusesAnotherUrlOfTheOldDatabase() throws Exception {
        for (String url : Arrays.asList(
                old.url(),
                "jdbc:mariadb://localhost:" + server.port() + "/" + oldSchema + "?user=x",
                "jdbc:mariadb://address=(host=127.0.0.1)(port=" + server.port() + ")(type=master)/" + oldSchema)) {
            staging = DatabaseSpec.named("STAGING")
                    .url(url)
                    .user(MysqlTestServer.USER, MysqlTestServer.PASSWORD)
                    .drivers(old.drivers())
                    .build();
            refused(DbError.DB_SAME, "same", this::copy);
            refused(DbError.DB_SAME, "same", this::compare);
        }
    }

    @Test
    public void refusesAWrongPassword() {
        old = spec("OLD", oldSchema).user(MysqlTestServer.USER, WRONG).build();
        refused(DbError.DB_CONNECT, "OLD", this::copy);
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            DatabaseSpec wrong =
                    spec("OLD", oldSchema).user(MysqlTestServer.USER, WRONG).build();
            refused(DbError.DB_CONNECT, "OLD", () -> copier.inspect(wrong));
        }
    }

    @Test
    public void refusesASchemaThatIsNotThere() {
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            DatabaseSpec missing = spec("OLD", "no_such_schema").build();
            refused(DbError.DB_MISSING, "OLD", () -> copier.inspect(missing));
        }
    }

    @Test
    public void refusesAServerThatIsNotThere() {
        DatabaseSpec nowhere = DatabaseSpec.named("OLD")
                .url("jdbc:mariadb://127.0.0.1:1/x?password=" + WRONG)
                .drivers(old.drivers())
                .build();
        refused(DbError.DB_CONNECT, "OLD", () -> copier.inspect(nowhere));
    }

    @Test
    public void refusesAUrlWithoutASchema() {
        DatabaseSpec vague = DatabaseSpec.named("OLD")
                .url("jdbc:mariadb://127.0.0.1:3306?password=" + WRONG)
                .drivers(old.drivers())
                .build();
        refused(DbError.DB_URL, "OLD", () -> copier.inspect(vague));
    }

    @Test
    public void refusesAnH2DatabaseAsStaging() {
        staging = DatabaseSpec.named("STAGING").url("jdbc:h2:./x").build();
        refused(DbError.DB_TYPES_DIFFER, "STAGING", this::copy);
    }

    @Test
    public void saysWhatAStagingUserLacks() throws Exception {
        String user = "poor_" + stagingSchema;
        admin(
                "CREATE USER " + user + "@'%' IDENTIFIED BY 'p-S3cret'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, ALTER ON " + stagingSchema + ".* TO " + user + "@'%'");
        try {
            staging = spec("STAGING", stagingSchema).user(user, "p-S3cret").build();
            refused(DbError.DB_SQL, "CREATE command denied", this::copy);
        } finally {
            admin("DROP USER " + user + "@'%'");
        }
    }

    @Test
    public void copiesWithOnlyTheRightsOfASchemasOwner() throws Exception {
        String user = "owner_" + stagingSchema;
        admin(
                "CREATE USER " + user + "@'%' IDENTIFIED BY 'p-S3cret'",
                "GRANT ALL ON " + stagingSchema + ".* TO " + user + "@'%'",
                "GRANT ALL ON " + oldSchema + ".* TO " + user + "@'%'");
        try {
            old = spec("OLD", oldSchema).user(user, "p-S3cret").build();
            staging = spec("STAGING", stagingSchema).user(user, "p-S3cret").build();
            assertEquals("[]", copy().notCarried().toString());
            assertTrue(compare().equal());
        } finally {
            admin("DROP USER " + user + "@'%'");
        }
    }

    /** As MySQL did up to 5.6; whoever may not leave it then has to write in a way that statements can be told of. */
    @Test
    public void copiesWhereTheServerLogsStatements() throws Exception {
        String before = rows("", "SELECT @@global.binlog_format").get(0);
        admin("SET GLOBAL binlog_format = 'STATEMENT'");
        try {
            goBy(Way.BATCHES);
            assertEquals(2, copy().rows());
            assertTrue(compare().equal());
        } finally {
            admin("SET GLOBAL binlog_format = '" + before + "'");
        }
    }

    @Test
    public void namesRightsProgramsAndTablesThatAreNotCarried() throws Exception {
        String user = "user_" + oldSchema;
        admin("CREATE USER " + user + "@'%'", "GRANT SELECT ON " + oldSchema + ".* TO " + user + "@'%'");
        try {
            sql(
                    oldSchema,
                    "CREATE TRIGGER TR BEFORE INSERT ON T FOR EACH ROW SET @x = (SELECT COUNT(*) FROM " + oldSchema
                            + ".T)",
                    "CREATE TABLE M(X INT) ENGINE=MRG_MyISAM");
            if (MysqlTestServer.isMariaDb()) {
                sql(
                        oldSchema,
                        "CREATE TABLE H(X INT) WITH SYSTEM VERSIONING",
                        "INSERT INTO H VALUES (1)",
                        "DELETE FROM H");
            }
            String notCarried = copy().notCarried().toString();
            for (String part : Arrays.asList(
                    "rights of '" + user + "'@'%' on the schema: SELECT",
                    "trigger TR: it names its own schema",
                    "table M: its rows are elsewhere",
                    MysqlTestServer.isMariaDb() ? "the history of table H" : "")) {
                assertTrue(notCarried, notCarried.contains(part));
            }
        } finally {
            admin("DROP USER " + user + "@'%'");
        }
    }

    private void refused(DbError error, String part, ThrowingRunnable work) {
        DbCopyException refusal = assertThrows(DbCopyException.class, work);
        StringWriter all = new StringWriter();
        refusal.printStackTrace(new PrintWriter(all));
        assertEquals(all.toString(), error, refusal.error());
        assertTrue(refusal.getMessage(), (all + " " + refusal.where()).contains(part));
        for (String secret : Arrays.asList(MysqlTestServer.PASSWORD, WRONG, "p-S3cret")) {
            assertFalse(all.toString(), all.toString().contains(secret));
        }
    }
}
