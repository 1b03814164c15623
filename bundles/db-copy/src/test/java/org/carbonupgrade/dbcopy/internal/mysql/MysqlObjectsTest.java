package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Test;

/** Every kind of thing that a schema can hold arrives as it was. */
public class MysqlObjectsTest extends MysqlTest {

    private static final String LENIENT = "SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'";

    @Test
    public void carriesValuesOfEveryType() throws Exception {
        sql(
                oldSchema,
                LENIENT,
                "CREATE TABLE N(ID BIGINT UNSIGNED PRIMARY KEY, A TINYINT(1), B SMALLINT ZEROFILL, C MEDIUMINT, D BIGINT,"
                        + " E DECIMAL(65,30), F FLOAT, G DOUBLE, H DOUBLE(10,2), I BIT(1), J BIT(64), Y YEAR)",
                "INSERT INTO N VALUES (18446744073709551615, 127, 5, -8388608, -9223372036854775808,"
                        + " -99999999999999999999999999999999999.999999999999999999999999999999, 0.1, 1e0/3, 12.345,"
                        + " b'1', 0xFFFFFFFFFFFFFFFF, 0)",
                "INSERT INTO N VALUES (0, -128, 0, 8388607, 9223372036854775807, 0, 3.4028234e38, 1.7976931348623157e308,"
                        + " -0.01, b'0', 1, 2155)",
                "INSERT INTO N VALUES (9007199254740993, 0, 1, 0, 9007199254740993, 1e-30, 1.17549435e-38,"
                        + " 2.2250738585072014e-308, 0, NULL, NULL, 1901)",
                "INSERT INTO N(ID, F, G) VALUES (3, -0e0, 5e-324), (4, 16777217, 123456789.12345678)",
                "CREATE TABLE T(D DATE, T TIME(6), DT DATETIME(6), TS TIMESTAMP(3) NOT NULL DEFAULT 0,"
                        + " PRIMARY KEY (DT, TS))",
                "INSERT INTO T VALUES ('0000-00-00', '-838:59:59.999999', '0000-00-00 00:00:00', 0)",
                "INSERT INTO T VALUES ('2011-02-31', '838:59:59.999999', '9999-12-31 23:59:59.999999',"
                        + " '2038-01-19 03:14:07.999')",
                "INSERT INTO T VALUES ('2011-00-00', '00:00:00', '2011-03-27 02:30:00', '1970-01-01 00:00:01')",
                "CREATE TABLE E(ID INT PRIMARY KEY, E ENUM('a', 'ä', '7'), S SET('x', 'y', 'z')," + " Z SET('"
                        + sixtyFour() + "'))",
                "INSERT INTO E VALUES (1, 'a', '', ''), (2, 'ä', 'x,z', 'm63,m0'), (3, '7', NULL, 'm63'), (4, NULL, 'y', NULL)",
                "INSERT INTO E VALUES (5, 'no such value', 'no such value', '')",
                "CREATE TABLE B(K BINARY(8) PRIMARY KEY, V VARBINARY(20), G GEOMETRY, P POINT, J JSON, U UUID, I INET6,"
                        + " L LONGBLOB)",
                "INSERT INTO B VALUES ('a', 0x00FF00, ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 0))', 4326), POINT(1, 2),"
                        + " '{\"a\": [1.0, \"\\\\u00e9\"]}', '123e4567-e89b-12d3-a456-426655440000', '2001:db8::ff', 0x27225C00)",
                "INSERT INTO B(K, L) VALUES (0x00, REPEAT(0x00FF0A0D1A, 100000)), (0xFF20, '')");

        copyAndCompare();
        assertEquals(
                "0|0",
                rows(stagingSchema, "SELECT E+0, S+0 FROM E WHERE ID = 5").get(0));
        assertEquals(rows(oldSchema, "SELECT T FROM T"), rows(stagingSchema, "SELECT T FROM T"));
    }

    /** The server forgets it with whatever is added to the table afterwards. */
    @Test
    public void carriesThatKeysAreToBeHashes() throws Exception {
        assumeTrue(MysqlTestServer.isMariaDb());
        sql(
                oldSchema,
                "CREATE TABLE P(ID INT PRIMARY KEY)",
                "CREATE TABLE H(ID INT AUTO_INCREMENT PRIMARY KEY, A INT, B VARCHAR(10), C INT COMMENT 'not USING HASH', D TEXT,"
                        + " UNIQUE KEY K1(A, B) USING HASH, KEY K2(C), UNIQUE KEY K3(B, C) USING HASH COMMENT 'it''s',"
                        + " UNIQUE KEY K4(D), KEY K5(C, A), CONSTRAINT F FOREIGN KEY (C) REFERENCES P(ID))",
                "INSERT INTO P VALUES (5), (6)",
                "INSERT INTO H(A, B, C, D) VALUES (1, 'x', 5, 'long'), (2, 'y', 6, 'longer')");

        copyAndCompare();
        assertEquals(
                "3",
                rows(
                                stagingSchema,
                                "SELECT COUNT(DISTINCT INDEX_NAME) FROM INFORMATION_SCHEMA.STATISTICS WHERE TABLE_SCHEMA ="
                                        + " DATABASE() AND INDEX_TYPE = 'HASH'")
                        .get(0));
    }

    /** Whoever queries first is to have them: some tables never gather any by themselves. */
    @Test
    public void gathersStatistics() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE S(ID INT PRIMARY KEY) STATS_PERSISTENT = 1 STATS_AUTO_RECALC = 0",
                "INSERT INTO S VALUES (1), (2), (3)");

        copyAndCompare();
        assertEquals(
                Arrays.asList("3"),
                rows(
                        "",
                        "SELECT n_rows FROM mysql.innodb_table_stats WHERE table_name = 'S' AND database_name = '"
                                + stagingSchema + "'"));
    }

    @Test
    public void carriesTextsByteByByteInAnyCharacterSet() throws Exception {
        for (String charset : Arrays.asList(
                "latin1", "utf8mb3", "utf8mb4", "utf16", "ucs2", "utf32", "cp932", "gbk", "latin2", "ascii", "sjis")) {
            sql(
                    oldSchema,
                    "CREATE TABLE T_" + charset + "(K VARCHAR(40) CHARACTER SET " + charset
                            + " PRIMARY KEY, C CHAR(5) CHARACTER" + " SET " + charset + ", V TEXT CHARACTER SET "
                            + charset + ")",
                    "SET NAMES utf8mb4",
                    "INSERT IGNORE INTO T_" + charset
                            + " VALUES ('a', 'x  ', 'it''s \\\\ \\n\\t\\0 \"'), ('Abc ', '', ''),"
                            + " ('größe', 'é', '日本語'), ('日本', NULL, 'é\uD83D\uDE00'), ('\uD83D\uDE00', ' ', ' ')");
        }
        sql(
                oldSchema,
                "INSERT INTO T_latin1 VALUES (_binary 0x818D, '', _binary 0x80819F)",
                "INSERT INTO T_cp932 VALUES (_binary 0x8790, '', _binary 0x8790), (_binary 0x81e0, '', _binary 0xFA5B)");
        copyAndCompare();
        assertEquals(
                "8790|FA5B",
                rows(
                                stagingSchema,
                                "SELECT HEX((SELECT K FROM T_cp932 WHERE HEX(K) = '8790')),"
                                        + " HEX((SELECT V FROM T_cp932 WHERE HEX(K) = '81E0'))")
                        .get(0));
    }

    @Test
    public void carriesEveryKindOfObject() throws Exception {
        assumeTrue(MysqlTestServer.isMariaDb());
        sql(
                oldSchema,
                "ALTER DATABASE CHARACTER SET utf16 COLLATE utf16_bin COMMENT 'it''s \\\\ a comment'",
                "CREATE SEQUENCE SQ START WITH 5 INCREMENT BY 3 MAXVALUE 500 CACHE 10 CYCLE",
                "SELECT NEXTVAL(SQ)",
                "CREATE SEQUENCE UNUSED",
                "CREATE TABLE PARENT(ID INT AUTO_INCREMENT PRIMARY KEY, V VARCHAR(300) CHARACTER SET utf8mb4 COMMENT 'a, (\\\\ \\'b',"
                        + " W INT DEFAULT NEXTVAL(SQ), UP TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE"
                        + " CURRENT_TIMESTAMP, X INT AS (H * 2) STORED, Y VARCHAR(10) AS (CONCAT(V, ', (')) VIRTUAL,"
                        + " H INT INVISIBLE DEFAULT 7, CONSTRAINT POSITIVE CHECK (W > 0), UNIQUE KEY U (V(10), W),"
                        + " KEY K (V(20) DESC), FULLTEXT KEY F (V), KEY GEN (X)) ENGINE=InnoDB AUTO_INCREMENT=1000"
                        + " COMMENT='x ENGINE=y AUTO_INCREMENT=5' ROW_FORMAT=DYNAMIC",
                "INSERT INTO PARENT(ID, V, H) VALUES (1, 'one', 1), (2, 'two', 2), (3, 'two', 3)",
                "CREATE TABLE CHILD(ID INT PRIMARY KEY, P INT, SELF INT, CONSTRAINT FK_P FOREIGN KEY (P) REFERENCES PARENT(ID)"
                        + " ON DELETE CASCADE ON UPDATE SET NULL, CONSTRAINT FK_S FOREIGN KEY (SELF) REFERENCES CHILD(ID))",
                "SET SESSION foreign_key_checks = 0",
                "INSERT INTO CHILD VALUES (1, 1, 3), (2, NULL, 2), (3, 2, 1)",
                "CREATE TABLE COUNTED(A INT NOT NULL, N INT NOT NULL AUTO_INCREMENT, PRIMARY KEY (A), KEY (N), KEY (A, N))"
                        + " AUTO_INCREMENT=77",
                "CREATE TABLE OLDER(A INT NOT NULL, N INT NOT NULL AUTO_INCREMENT, PRIMARY KEY (A, N)) ENGINE=MyISAM",
                "INSERT INTO OLDER(A) VALUES (1), (1), (2)",
                "CREATE TABLE PARTED(D DATE, N INT) PARTITION BY RANGE (YEAR(D)) (PARTITION P0 VALUES LESS THAN (2000),"
                        + " PARTITION P1 VALUES LESS THAN MAXVALUE)",
                "INSERT INTO PARTED VALUES ('1999-01-01', 1), ('2020-01-01', 2), ('2020-01-01', 2)",
                "CREATE TABLE PLACES(G POINT NOT NULL, SPATIAL KEY (G))",
                "INSERT INTO PLACES VALUES (POINT(1, 2))",
                "CREATE TABLE `we\"ird ``name, (VALUES) ?`(`a?\"b` INT PRIMARY KEY, `größe` INT, `select` INT,"
                        + " KEY `in,dex (` (`größe`), CONSTRAINT `odd\"``, key` FOREIGN KEY (`größe`)"
                        + " REFERENCES `we\"ird ``name, (VALUES) ?`(`a?\"b`) ON DELETE SET NULL)",
                "INSERT INTO `we\"ird ``name, (VALUES) ?` VALUES (1, 1, 3)",
                "CREATE TABLE NOTHING(ID INT PRIMARY KEY)",
                "CREATE FUNCTION TWICE(X INT) RETURNS INT DETERMINISTIC RETURN X * 2",
                "CREATE PROCEDURE TWICE(OUT X INT) COMMENT 'it''s' BEGIN DECLARE Y INT; SET X = 5; END",
                "CREATE VIEW Z_BASE AS SELECT ID, TWICE(ID) AS T, 'it''s \\\\' AS Q FROM PARENT WHERE V LIKE 'o%'",
                "CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW A_VIEW AS SELECT B.ID, B.Q FROM Z_BASE B JOIN CHILD C"
                        + " ON C.P = B.ID WHERE B.ID IN (SELECT P FROM CHILD) WITH CHECK OPTION",
                "SET SESSION sql_mode = 'PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES', character_set_client = latin1",
                "CREATE TRIGGER TR1 BEFORE INSERT ON CHILD FOR EACH ROW SET NEW.P = COALESCE(NEW.P, 1)",
                "CREATE TRIGGER TR0 BEFORE INSERT ON CHILD FOR EACH ROW BEGIN SET @a = 'x' || '\\'; SET NEW.SELF = 1; END",
                "SET SESSION time_zone = '+03:00'",
                "CREATE EVENT EV ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' COMMENT 'ON COMPLETION' DO SELECT 1");

        CopyResult copied = copy();

        assertEquals(
                "[that event EV is enabled, if it is: it comes disabled, to be enabled when staging is production]",
                copied.notCarried().stream()
                        .filter(each -> !each.startsWith("rights of"))
                        .collect(Collectors.toList())
                        .toString());
        CompareResult compared = compare();
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
        assertEquals(dump(oldSchema), dump(stagingSchema));
        assertEquals(
                "1000",
                rows(
                                stagingSchema,
                                "SELECT AUTO_INCREMENT FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'PARENT'"
                                        + " AND TABLE_SCHEMA = DATABASE()")
                        .get(0));
        assertEquals("35", rows(stagingSchema, "SELECT NEXTVAL(SQ)").get(0));
    }

    private static String sixtyFour() {
        StringBuilder members = new StringBuilder("m0");
        for (int i = 1; i < 64; i++) {
            members.append("','m").append(i);
        }
        return members.toString();
    }

    private void copyAndCompare() throws Exception {
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            name(oldSchema, stagingSchema);
            CopyResult copied = copy();
            CompareResult compared = compare();

            assertEquals(jar.toString(), Collections.emptyList(), copied.notCarried());
            assertEquals(jar.toString(), "[]", compared.schema().toString());
            assertTrue(jar.toString(), compared.equal());
            assertEquals(jar.toString(), dump(oldSchema), dump(stagingSchema));
            if (jar != DriverJar.MARIADB_3) {
                admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
            }
        }
    }
}
