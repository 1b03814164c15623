package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The fastest way that server, rights and driver allow is taken, and named; each gives the same rows, with every driver. */
public class MysqlLaneTest extends MysqlTest {

    private static final String SERVER = "insert select";
    private static final String LOAD = "load data";
    private static final String BATCHES = "jdbc";

    @Before
    public void fill() throws SQLException {
        sql(
                oldSchema,
                "CREATE TABLE VALUED(A INT, B VARCHAR(90) CHARACTER SET utf8mb4, C BLOB, D ENUM('x', '2', ''), E BIT(9),"
                        + " F FLOAT, G DATETIME(6), H GEOMETRY, U UUID, Y YEAR, T TEXT CHARACTER SET utf16)",
                "INSERT INTO VALUED VALUES (1, '\\t\\n\\\\N \\0\\r', 0x00010A5C09FF, 'x', 257, 0.1, '2020-02-02 00:00:00.000001',"
                        + " POINT(1, 2), '123e4567-e89b-12d3-a456-426655440000', 2001, '😀'), (-2, '', '', '2', 0, -0e0, 0,"
                        + " NULL, NULL, 0, ''), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
                "INSERT INTO VALUED SELECT * FROM VALUED",
                "CREATE TABLE KEYED(N INT PRIMARY KEY, C LONGBLOB)",
                "INSERT INTO KEYED SELECT seq * 3, REPEAT(CHAR(seq), 1000) FROM seq_1_to_900",
                "CREATE TABLE HIDDEN(A INT, B INT INVISIBLE DEFAULT 7, C INT AS (A + 1) STORED)",
                "INSERT INTO HIDDEN(A, B) VALUES (1, 2)");
    }

    @After
    public void allowAgain() throws SQLException {
        admin("SET GLOBAL local_infile = 1", "DROP USER IF EXISTS stranger");
    }

    @Test
    public void movesRowsInsideTheServerThatHasBothSchemas() throws Exception {
        goesBy(SERVER);
    }

    @Test
    public void loadsAStreamWhereStagingsUserDoesNotSeeTheOldSchema() throws Exception {
        stranger();
        goesBy(LOAD);
    }

    @Test
    public void sendsBatchesWhereTheServerLoadsNoStreams() throws Exception {
        stranger();
        admin("SET GLOBAL local_infile = 0");
        goesBy(BATCHES);
    }

    @Test
    public void splitsALargeTableByItsKey() throws Exception {
        sql(oldSchema, "ANALYZE TABLE KEYED");
        copier = new JdbcDatabaseCopier(new ChunkLimits(10, 1 << 12));
        copy();
        String parts = "SELECT COUNT(*) FROM CARBON_UPGRADE WHERE MARK LIKE 'PART %'";
        assertEquals("[0]", rows(stagingSchema, parts).toString());
        assertEquals(dump(oldSchema), dump(stagingSchema));
    }

    private void goesBy(String lane) throws Exception {
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            name(oldSchema, stagingSchema);
            if (!lane.equals(SERVER)) {
                staging = spec("STAGING", stagingSchema)
                        .user("stranger", MariaDb.PASSWORD)
                        .build();
            }
            CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);
            String lanes = copied.tables().stream()
                    .map(TableCopy::lane)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
            assertEquals(jar.toString(), "[" + lane + "]", lanes);
            assertEquals(jar.toString(), dump(oldSchema), dump(stagingSchema));
            assertTrue(jar.toString(), compare().equal());
            admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
        }
    }

    /** Staging's user has all rights there and none on the old schema. */
    private void stranger() throws SQLException {
        admin(
                "CREATE USER stranger@'%' IDENTIFIED BY '" + MariaDb.PASSWORD + "'",
                "GRANT ALL ON " + stagingSchema + ".* TO stranger@'%'");
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), stagingSchema)) {
            assertEquals(
                    "[1]", Sessions.rows(connection, "SELECT @@local_infile").toString());
        }
    }
}
