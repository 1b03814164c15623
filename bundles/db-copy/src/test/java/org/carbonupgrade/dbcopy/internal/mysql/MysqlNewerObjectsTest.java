package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Before;
import org.junit.Test;

/** What only MySQL 8 and newer have arrives as it was; these need a server that {@code -Dmysql.home=…} names. */
public class MysqlNewerObjectsTest extends MysqlTest {

    @Before
    public void require() throws Exception {
        assumeTrue(!MysqlTestServer.isMariaDb()
                && !rows("", "SELECT VERSION()").get(0).startsWith("5."));
    }

    @Test
    public void carriesEveryKindOfObject() throws Exception {
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            name(oldSchema, stagingSchema);
            admin("DROP DATABASE " + oldSchema, "CREATE DATABASE " + oldSchema);
            admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
            fill();

            CopyResult copied = copy();
            CompareResult compared = compare();

            assertEquals("[]", copied.notCarried().toString().replaceAll("that event [^,]*, [^,]*, [^,\\]]*", ""));
            assertEquals(jar.toString(), "", told(compared.schema()));
            assertTrue(jar.toString(), compared.equal());
            assertEquals(jar.toString(), dump(oldSchema), dump(stagingSchema));
        }
    }

    /** One character more than the server makes of a number. */
    @Test
    public void carriesAllDigitsOfANumber() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE D(N INT PRIMARY KEY, A DOUBLE, B FLOAT)",
                "INSERT INTO D VALUES (1, -4.658020688274978e-163, -1.17549435e-38), (2, -1.0453978914813064e-55, 0.1)");
        for (Way way : Way.values()) {
            goBy(way);
            copy();
            assertTrue(way.toString(), compare().equal());
            assertEquals(way.toString(), dump(oldSchema), dump(stagingSchema));

            sql(stagingSchema, "UPDATE D SET A = -4.658020688274979e-163 WHERE N = 1");
            assertEquals(
                    "[CHANGED N=1]",
                    compare().tables().get(0).differences().stream()
                            .map(each -> each.kind() + " " + each.firstKey())
                            .collect(Collectors.toList())
                            .toString());
            admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
        }
    }

    private void fill() throws Exception {
        sql(
                oldSchema,
                "ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_cs",
                "CREATE TABLE PARENT(ID INT AUTO_INCREMENT PRIMARY KEY, V VARCHAR(100) COLLATE utf8mb4_0900_ai_ci, W INT DEFAULT"
                        + " (FLOOR(RAND() * 10)), U CHAR(36) DEFAULT (UUID()), J JSON DEFAULT (JSON_ARRAY('a, (', \"b\")), H INT"
                        + " INVISIBLE DEFAULT 7, X INT AS (H * 2) STORED, Y VARCHAR(120) AS (CONCAT(V, ', (')) VIRTUAL,"
                        + " CONSTRAINT POSITIVE CHECK (W >= 0), CONSTRAINT ASLEEP CHECK (H > 100) NOT ENFORCED,"
                        + " KEY FUN ((LOWER(V))), UNIQUE KEY FUN2 ((CONCAT(V, ', (', H)), ID DESC), KEY HID (W) INVISIBLE,"
                        + " KEY D (V(20) DESC, W), KEY M ((CAST(J->'$' AS CHAR(20) ARRAY))), FULLTEXT KEY F (V) WITH PARSER ngram,"
                        + " KEY GEN (X)) AUTO_INCREMENT=1000 COMMENT='x ENGINE=y AUTO_INCREMENT=5'",
                "INSERT INTO PARENT(ID, V, H) VALUES (1, 'one', 1), (2, 'two', 2), (3, 'Two', 3)",
                "CREATE TABLE CHILD(ID INT PRIMARY KEY, P INT, CONSTRAINT FK FOREIGN KEY (P) REFERENCES PARENT(ID) ON DELETE CASCADE)",
                "INSERT INTO CHILD VALUES (1, 1), (2, NULL)",
                "CREATE TABLE PLACES(G POINT NOT NULL SRID 4326, SPATIAL KEY (G))",
                "INSERT INTO PLACES VALUES (ST_GeomFromText('POINT(1 2)', 4326))",
                "CREATE TABLE PARTED(D DATE, N INT) PARTITION BY RANGE COLUMNS (D) (PARTITION P0 VALUES LESS THAN"
                        + " ('2000-01-01'), PARTITION P1 VALUES LESS THAN (MAXVALUE))",
                "INSERT INTO PARTED VALUES ('1999-01-01', 1), ('2020-01-01', 2), ('2020-01-01', 2)",
                "CREATE TABLE DOWN(A INT, B INT, PRIMARY KEY (A DESC, B))",
                "INSERT INTO DOWN VALUES (1, 2), (3, 4)",
                "SET SESSION sql_generate_invisible_primary_key = 1",
                "CREATE TABLE KEYED_BY_THE_SERVER(A INT)",
                "INSERT INTO KEYED_BY_THE_SERVER(my_row_id, A) VALUES (7, 1), (9, 2)",
                "CREATE TABLE PACKED(A INT) ROW_FORMAT=COMPRESSED STATS_PERSISTENT=0",
                "CREATE FUNCTION TWICE(X INT) RETURNS INT DETERMINISTIC RETURN X * 2",
                "CREATE VIEW BASE AS SELECT ID, TWICE(ID) AS T, V, ROW_NUMBER() OVER (ORDER BY ID) AS R FROM PARENT",
                "CREATE VIEW A_VIEW AS WITH RECURSIVE N(I) AS (SELECT 1 UNION ALL SELECT I + 1 FROM N WHERE I < 3)"
                        + " SELECT B.ID, N.I, JT.A FROM BASE B JOIN N JOIN JSON_TABLE('[1,2]', '$[*]' COLUMNS(A INT PATH"
                        + " '$')) JT",
                "CREATE TRIGGER TR BEFORE INSERT ON CHILD FOR EACH ROW SET NEW.P = COALESCE(NEW.P, 1)",
                "CREATE EVENT EV ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' DO SELECT 1");
    }
}
