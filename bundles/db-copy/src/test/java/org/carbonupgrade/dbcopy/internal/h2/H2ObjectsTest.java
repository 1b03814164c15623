package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Assume;
import org.junit.Test;

/** Everything that a database can consist of is carried, or named as not carried. */
public class H2ObjectsTest extends H2Test {

    @Test
    public void carriesTablesWithAllTheirParts() throws Exception {
        carries(
                "CREATE TABLE PARENT(ID INT AUTO_INCREMENT PRIMARY KEY, NAME VARCHAR(20) DEFAULT 'it''s' NOT NULL, UNIQUE(NAME))",
                "CREATE TABLE CHILD(A INT, P INT, B VARCHAR_IGNORECASE(20), C INT AS P + 1, D TIMESTAMP DEFAULT CURRENT_TIMESTAMP,"
                        + " E DECIMAL(10, 3) CHECK E > 0, PRIMARY KEY(A, B), CHECK(E < 1000))",
                "CREATE INDEX IX ON CHILD(B DESC, E)",
                "CREATE UNIQUE INDEX UX ON CHILD(P, A)",
                "CREATE TABLE INDEXED(A INT NOT NULL, B INT)",
                "CREATE PRIMARY KEY ON INDEXED(A)",
                "CREATE MEMORY TABLE SMALL(A INT NOT NULL, B INT)",
                "CREATE PRIMARY KEY HASH ON SMALL(A)",
                "CREATE HASH INDEX HX ON SMALL(B)",
                "CREATE TABLE BARE(A INT)",
                "INSERT INTO PARENT(NAME) VALUES('a'), ('b')",
                "INSERT INTO CHILD(A, P, B, E) VALUES(1, 1, 'Xx', 0.500), (1, NULL, 'y', NULL)",
                "INSERT INTO INDEXED VALUES(7, 1), (3, 2)",
                "INSERT INTO SMALL VALUES(7, 1), (3, 2)",
                "INSERT INTO BARE VALUES(1), (1), (NULL)");
    }

    @Test
    public void carriesForeignKeysWithEveryAction() throws Exception {
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE P(ID INT DEFAULT 0 PRIMARY KEY, X INT, Y VARCHAR(5), CONSTRAINT \"u.q\" UNIQUE(X, Y))");
        statements.add("INSERT INTO P VALUES(0, 0, 'z'), (1, 1, 'o')");
        for (String action : Arrays.asList("CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT", "NO ACTION")) {
            String name = action.replace(' ', '_');
            statements.add("CREATE TABLE C_" + name + "(P INT DEFAULT 0, X INT, Y VARCHAR(5))");
            statements.add("ALTER TABLE C_" + name + " ADD CONSTRAINT D_" + name
                    + " FOREIGN KEY(P) REFERENCES P(ID) ON DELETE " + action);
            statements.add("ALTER TABLE C_" + name + " ADD CONSTRAINT U_" + name
                    + " FOREIGN KEY(X, Y) REFERENCES P(X, Y) ON UPDATE " + action);
            statements.add("INSERT INTO C_" + name + " VALUES(1, 1, 'o')");
        }
        statements.add("CREATE TABLE TREE(ID INT PRIMARY KEY, UP INT REFERENCES TREE(ID))");
        statements.add("INSERT INTO TREE VALUES(1, NULL), (2, 1)");
        statements.add("UPDATE TREE SET UP = 2 WHERE ID = 1");
        carries(statements.toArray(new String[0]));
    }

    @Test
    public void carriesRowsThatBreakALaterConstraint() throws Exception {
        carries(
                "CREATE TABLE P(ID INT PRIMARY KEY)",
                "CREATE TABLE C(P INT, V INT)",
                "INSERT INTO C VALUES(5, -1)",
                "ALTER TABLE C ADD CONSTRAINT FK FOREIGN KEY(P) REFERENCES P(ID) NOCHECK",
                "ALTER TABLE C ADD CONSTRAINT CK CHECK(V > 0) NOCHECK");
    }

    @Test
    public void carriesNamesOfEveryKind() throws Exception {
        carries(
                "CREATE SCHEMA \"A.B\"",
                "CREATE SCHEMA A",
                "CREATE SCHEMA A_B",
                "CREATE SCHEMA AXB",
                "CREATE TABLE \"A.B\".C(ID INT PRIMARY KEY, \"select\" INT, \"Fü b\" INT, \"a\"\"b\" INT)",
                "CREATE TABLE A.\"B.C\"(ID INT, B INT PRIMARY KEY)",
                "CREATE TABLE A_B.T(X INT, Y INT PRIMARY KEY)",
                "CREATE TABLE AXB.T(X INT PRIMARY KEY, Y INT)",
                "CREATE TABLE \"CREATE TABLE X ON Y\"(\"IS\" INT, \"\" INT)",
                "CREATE TABLE \"日本\"(\"emoji 😀\" INT PRIMARY KEY)",
                "CREATE TABLE \"table\"(\"index\" INT)",
                "CREATE INDEX \"A.B\".\"i.x\" ON \"A.B\".C(\"Fü b\", \"a\"\"b\")",
                "INSERT INTO \"A.B\".C VALUES(1, 2, 3, 4)",
                "INSERT INTO A.\"B.C\" VALUES(5, 6)",
                "INSERT INTO A_B.T VALUES(1, 1), (1, 2)",
                "INSERT INTO AXB.T VALUES(1, 1), (2, 1)",
                "INSERT INTO \"CREATE TABLE X ON Y\" VALUES(1, 2)",
                "INSERT INTO \"日本\" VALUES(1)",
                "INSERT INTO \"table\" VALUES(1)");
    }

    @Test
    public void carriesComments() throws Exception {
        carries(
                "CREATE TABLE \"A IS B\"(X INT COMMENT 'col '' IS /* not */ a comment', Y INT, CONSTRAINT \"U\" UNIQUE(X))",
                "CREATE TABLE \"A IS C\"(X INT PRIMARY KEY)",
                "COMMENT ON TABLE \"A IS B\" IS 'a SELECTIVITY 5 b'",
                "COMMENT ON TABLE \"A IS C\" IS 'c'",
                "COMMENT ON CONSTRAINT \"U\" IS 'u'",
                "CREATE INDEX IX ON \"A IS B\"(Y)",
                "COMMENT ON INDEX IX IS 'i'",
                "CREATE SEQUENCE \"S IS B\"",
                "CREATE SEQUENCE \"S IS C\"",
                "COMMENT ON SEQUENCE \"S IS B\" IS 'b'",
                "COMMENT ON SEQUENCE \"S IS C\" IS 'c'",
                "CREATE SCHEMA SC",
                "COMMENT ON SCHEMA SC IS 's'",
                "CREATE DOMAIN DM AS VARCHAR(5)",
                "COMMENT ON DOMAIN DM IS 'd'",
                "CREATE ROLE RL",
                "COMMENT ON ROLE RL IS 'r'",
                "CREATE VIEW VW AS SELECT X FROM \"A IS B\"",
                "COMMENT ON VIEW VW IS 'v'",
                "CREATE TABLE K(A INT NOT NULL)",
                "ALTER TABLE K ADD CONSTRAINT PK COMMENT 'key' PRIMARY KEY(A)",
                "INSERT INTO K VALUES(2), (1)");
    }

    @Test
    public void carriesSequencesAndIdentityPositions() throws Exception {
        sql(
                old,
                "CREATE SEQUENCE UP START WITH 5 INCREMENT BY 3",
                "CREATE SEQUENCE DOWN START WITH -5 INCREMENT BY -2",
                "CREATE TABLE DELETED(ID INT AUTO_INCREMENT PRIMARY KEY, V INT)",
                "INSERT INTO DELETED(V) VALUES(1), (2), (3)",
                "DELETE FROM DELETED WHERE ID > 1",
                "CREATE TABLE BEHIND(ID BIGINT AUTO_INCREMENT(100, 10) PRIMARY KEY, V INT)",
                "INSERT INTO BEHIND VALUES(500, 1)",
                "ALTER TABLE BEHIND ALTER COLUMN ID RESTART WITH 40",
                "CREATE TABLE UNUSED(ID IDENTITY)");
        value(old, "CALL NEXTVAL('UP')");
        carries();

        sql(staging, "INSERT INTO DELETED(V) VALUES(9)", "INSERT INTO BEHIND(V) VALUES(9)");
        assertEquals("4", value(staging, "SELECT ID FROM DELETED WHERE V = 9"));
        assertEquals("40", value(staging, "SELECT ID FROM BEHIND WHERE V = 9"));
        assertEquals("8", value(staging, "CALL NEXTVAL('UP')"));
        assertEquals("-5", value(staging, "CALL NEXTVAL('DOWN')"));
    }

    @Test
    public void carriesSequencesWithLimits() throws Exception {
        Assume.assumeTrue("H2 " + version + " has none", H2.of(version).isAtLeast("1.3"));
        sql(
                old,
                "CREATE SEQUENCE ROUND START WITH 5 INCREMENT BY 2 MINVALUE 1 MAXVALUE 10 CYCLE CACHE 5",
                "CREATE SEQUENCE FALLING START WITH 5 INCREMENT BY -2 MINVALUE -100 MAXVALUE 100 NO CACHE",
                "CREATE SEQUENCE HUGE START WITH 9223372036854775800",
                "CREATE SEQUENCE LEAST START WITH -9223372036854775808 MINVALUE -9223372036854775808");
        value(old, "CALL NEXTVAL('ROUND')");
        carries();
        assertEquals("7", value(staging, "CALL NEXTVAL('ROUND')"));
        assertEquals("9", value(staging, "CALL NEXTVAL('ROUND')"));
    }

    @Test
    public void carriesViewsFunctionsAndTriggers() throws Exception {
        carries(
                "CREATE TABLE A(ID INT PRIMARY KEY, X INT, Y VARCHAR(10))",
                "CREATE TABLE B(ID INT PRIMARY KEY, A INT)",
                "INSERT INTO A VALUES(1, 1, 'x')",
                "CREATE INDEX IX ON A(Y)",
                "CREATE CONSTANT ONE VALUE 1",
                "CREATE ALIAS MYSIN FOR \"java.lang.Math.sin\"",
                "CREATE FORCE ALIAS NOPE FOR \"no.such.Clazz.method\"",
                "CREATE FORCE AGGREGATE AGG FOR \"no.such.Aggregate\"",
                "CREATE VIEW V1 AS SELECT X, Y FROM A WHERE Y = 'it''s /* no comment */ SELECTIVITY 5'",
                "CREATE VIEW V2 AS SELECT V1.X, B.ID FROM V1 INNER JOIN B ON B.A = V1.X WHERE B.ID IN (SELECT ID FROM A)",
                "CREATE FORCE VIEW BROKEN AS SELECT * FROM NOTHERE",
                "CREATE VIEW FUN AS SELECT MYSIN(X) S, ONE O FROM A",
                "CREATE FORCE TRIGGER TRG BEFORE INSERT, UPDATE ON A FOR EACH ROW QUEUE 5 NOWAIT CALL \"no.such.Trigger\"",
                "CREATE FORCE TRIGGER TRD AFTER DELETE ON A CALL \"no.such.Trigger\"",
                "ALTER TABLE B ADD CONSTRAINT CK CHECK(A IN (SELECT ID FROM A))",
                "INSERT INTO B VALUES(1, 1), (2, 1)");
    }

    @Test
    public void carriesDomainsWithTheirChecks() throws Exception {
        carries(
                "CREATE DOMAIN EMAIL AS VARCHAR(255) CHECK (POSITION('@', VALUE) > 1)",
                "CREATE DOMAIN RATING AS INT DEFAULT 3 NOT NULL CHECK (VALUE BETWEEN 1 AND 5)",
                "CREATE TABLE T(ID INT PRIMARY KEY, E EMAIL, R RATING)",
                "INSERT INTO T(ID, E) VALUES(1, 'a@b'), (2, NULL)");
    }

    @Test
    public void carriesUsersRolesAndRights() throws Exception {
        carries(
                "CREATE TABLE A(X INT)",
                "CREATE TABLE B(X INT)",
                "CREATE USER BOB PASSWORD 'x'",
                "CREATE USER ANN PASSWORD 'y' ADMIN",
                "CREATE ROLE READER",
                "GRANT SELECT, UPDATE ON A TO BOB",
                "GRANT ALL ON B TO READER",
                "GRANT READER TO BOB",
                "CREATE SCHEMA AUTH AUTHORIZATION ANN");
    }

    @Test
    public void carriesTablesOfEveryStorage() throws Exception {
        carries(
                "CREATE CACHED TABLE C(A INT PRIMARY KEY)",
                "CREATE MEMORY TABLE M(A INT PRIMARY KEY, B VARCHAR(9))",
                "CREATE MEMORY TABLE NP(A INT) NOT PERSISTENT",
                "CREATE GLOBAL TEMPORARY TABLE GT(A INT)",
                "CREATE LOCAL TEMPORARY TABLE LT(A INT)",
                "INSERT INTO C VALUES(1)",
                "INSERT INTO M VALUES(1, 'x')",
                "INSERT INTO NP VALUES(1)");
    }

    @Test
    public void carriesSettings() throws Exception {
        carries(
                "SET COLLATION GERMAN STRENGTH PRIMARY",
                "CREATE TABLE BEFORE_IT(V VARCHAR(5) PRIMARY KEY)",
                "SET IGNORECASE TRUE",
                "CREATE TABLE AFTER_IT(V VARCHAR(5) PRIMARY KEY)",
                "INSERT INTO BEFORE_IT VALUES('ß'), ('z'), ('ä'), ('b')",
                "INSERT INTO AFTER_IT VALUES('X')",
                "SET MAX_LENGTH_INPLACE_LOB 100",
                "SET COMPRESS_LOB LZF",
                "SET CACHE_SIZE 9000",
                "SET DEFAULT_LOCK_TIMEOUT 555",
                "SET DB_CLOSE_DELAY 7",
                "SET ALLOW_LITERALS NONE");
    }

    @Test
    public void carriesATableThatHasNoColumnToSet() throws Exception {
        carries("CREATE TABLE COMPUTED(A INT AS 1)");
    }

    @Test
    public void carriesATableOfTheMarkersNameThatIsSomebodyElses() throws Exception {
        carries(
                "CREATE SCHEMA OTHER",
                "CREATE TABLE OTHER.CARBON_UPGRADE(MARK VARCHAR(5), TABLE_NO INT, NOTE VARCHAR(5))",
                "INSERT INTO OTHER.CARBON_UPGRADE VALUES('a', 1, 'b')");
        assertEquals("1", value(staging, "SELECT COUNT(*) FROM OTHER.CARBON_UPGRADE"));
    }

    @Test
    public void namesLinkedTablesAsNotCarried() throws Exception {
        sql(old, "CREATE TABLE T(X INT)", "INSERT INTO T VALUES(1)");
        sql(spec("OTHER", "other/DB").build(), "CREATE TABLE FAR(X INT)");
        sql(
                old,
                "CREATE LINKED TABLE \"Far away\"('org.h2.Driver', 'jdbc:h2:file:" + path("other/DB") + "', '" + H2.USER
                        + "', '" + H2.PASSWORD + "', 'FAR')");

        CopyResult copied = copy();

        assertEquals(1, copied.notCarried().size());
        assertTrue(copied.notCarried().get(0), copied.notCarried().get(0).contains("linked table PUBLIC.Far away"));
        assertTrue(compare().equal());
        assertEquals("1", value(staging, "SELECT COUNT(*) FROM T"));
    }

    /** Makes the objects, copies, and finds no difference: by our own comparison and in H2's own script of both. */
    private void carries(String... statements) throws Exception {
        sql(old, statements);
        CopyResult copied = copy();
        assertEquals(Collections.emptyList(), copied.notCarried());
        assertEquals("[]", compare().schema().toString());
        assertTrue(compare().equal());
        assertEquals(dump(old), dump(staging));
    }
}
