package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.sql.Connection;
import java.util.Random;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.itests.databases.MysqlFamilyServer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Operators take the opportunity to move to a newer server. The newer one is that of {@code -Dmysql.home.newer=…}, the old one that of
 * {@code -Dmysql.home=…}.
 */
public class MysqlNewerServerTest extends MysqlTest {

    private static final String HOME = System.getProperty("mysql.home.newer");

    private MysqlFamilyServer newer;
    private DatabaseSpec target;

    @Before
    public void start() throws Exception {
        assumeTrue(HOME != null);
        newer = MysqlTestServer.start(HOME);
        driver = DriverJar.MARIADB_3;
        name(oldSchema, stagingSchema);
        if (rows("", "SELECT SHA2('', 256)").get(0).equals("null")) { // it was built without
            newerSql("", "INSTALL COMPONENT 'file://component_classic_hashing'");
        }
        newerSql("", "CREATE DATABASE " + stagingSchema);
        target = spec("STAGING", stagingSchema)
                .url(driver.url(newer.port(), stagingSchema))
                .build();
    }

    @After
    public void end() {
        if (newer != null) {
            newer.close();
        }
    }

    @Test
    public void carriesARealCarbonSchema() throws Exception {
        sql("", "ALTER DATABASE " + oldSchema + " CHARACTER SET latin1");
        try (Connection connection = Sessions.open(driver, server.port(), oldSchema)) {
            MysqlCarbonSchema.create(connection);
            MysqlCarbonSchema.fill(connection, 40, new Random(1));
        }
        copies(DriverJar.values());
    }

    /** What a character set is sorted by when nobody says has changed; numbers have lost their widths. */
    @Test
    public void carriesWhatVersionsSayInOtherWords() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE T(ID INT(5) ZEROFILL PRIMARY KEY, A TINYINT(1), B BIGINT(20) UNSIGNED, C SMALLINT, Y YEAR,"
                        + " V VARCHAR(20) CHARACTER SET utf8mb4, W VARCHAR(20) CHARACTER SET utf8, UNIQUE KEY (V))"
                        + " DEFAULT CHARSET=utf8mb4 COMMENT='an int(11) utf8'",
                "INSERT INTO T VALUES (1, 1, 1, 1, 2001, 'stra\u00dfe', '\u00e9'), (2, -1, 18446744073709551615, -1, 0, 'strasse', 'e')",
                "CREATE TABLE D(N INT PRIMARY KEY, A DOUBLE, B FLOAT, E ENUM('int(11)', 'utf8'))",
                "INSERT INTO D VALUES (1, -4.658020688274978e-163, -1.17549435e-38, 1), (2, 0.1, 0.1, 2)",
                "CREATE VIEW V AS SELECT ID, CONCAT(V, 'x') AS X FROM T WHERE A = 1",
                "SET SESSION sql_mode = 'NO_AUTO_CREATE_USER,PIPES_AS_CONCAT,POSTGRESQL'",
                "CREATE FUNCTION F(X INT(5)) RETURNS VARCHAR(20) CHARSET utf8 DETERMINISTIC RETURN X || 'int(11)'",
                "CREATE TRIGGER TR BEFORE INSERT ON T FOR EACH ROW SET NEW.A = 1");
        copies(DriverJar.MARIADB_3);
        try (Connection connection = Sessions.open(driver, newer.port(), stagingSchema)) {
            assertEquals(
                    "[utf8mb4_general_ci]",
                    Sessions.rows(
                                    connection,
                                    "SELECT COLLATION_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'T' AND COLUMN_NAME"
                                            + " = 'V' AND TABLE_SCHEMA = DATABASE()")
                            .toString());
            assertEquals("[5int(11)]", Sessions.rows(connection, "SELECT F(5)").toString());
        }
    }

    private void copies(DriverJar... jars) throws Exception {
        for (DriverJar jar : jars) {
            driver = jar;
            name(oldSchema, stagingSchema);
            newerSql("", "DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
            target = spec("STAGING", stagingSchema)
                    .url(driver.url(newer.port(), stagingSchema))
                    .build();
            CopyResult copied = copier.copy(new CopyRequest(old, target, UPGRADE, 2), Progress.NONE);
            CompareResult compared = copier.compare(new CompareRequest(old, target, 2), Progress.NONE);
            assertEquals("[]", copied.notCarried().toString());
            assertEquals(jar.toString(), "", told(compared.schema()));
            assertTrue(jar.toString(), compared.equal());
        }
    }

    private void newerSql(String schema, String... statements) throws Exception {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, newer.port(), schema)) {
            Sessions.execute(connection, statements);
        }
    }
}
