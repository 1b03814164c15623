package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.Before;
import org.junit.Test;

/** The fastest way that server, rights and driver allow is taken, and named; each gives the same rows, with every driver. */
public class MysqlLaneTest extends MysqlTest {

    /** In all tables of the old schema. */
    private static final int ROWS = 900 + 6 + 1;

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

    @Test
    public void movesRowsInsideTheServerThatHasBothSchemas() throws Exception {
        goesBy(Way.SERVER);
    }

    @Test
    public void loadsAStreamWhereStagingsUserDoesNotSeeTheOldSchema() throws Exception {
        goesBy(Way.LOAD);
    }

    @Test
    public void sendsBatchesWhereTheServerLoadsNoStreams() throws Exception {
        goesBy(Way.BATCHES);
    }

    @Test
    public void goesAnotherWayForATableThatTheServerDoesNotTake() throws Exception {
        goBy(Way.LOAD);
        admin("GRANT SELECT ON " + oldSchema + ".HIDDEN TO " + STRANGER + "@'%'"); // the one that is asked for
        CopyResult copied = copy();
        assertEquals(
                "[HIDDEN insert select, KEYED jdbc, VALUED jdbc]",
                copied.tables().stream()
                        .map(table -> table.table() + " " + table.lane())
                        .collect(Collectors.toList())
                        .toString());
        assertEquals(dump(oldSchema), dump(stagingSchema));
    }

    @Test
    public void splitsALargeTableByItsKey() throws Exception {
        sql(oldSchema, "ANALYZE TABLE KEYED");
        copier = new JdbcDatabaseCopier(new ChunkLimits(10, 1 << 12));
        for (Way way : Way.values()) {
            goBy(way);
            AtomicInteger largest = new AtomicInteger();
            CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 2), new Progress() {
                @Override
                public void expect(long rows) {
                    // not asked for
                }

                @Override
                public void moved(long rows, long bytes) {
                    largest.accumulateAndGet((int) rows, Math::max);
                }
            });
            assertEquals(ROWS, copied.rows());
            assertTrue(way + " moved " + largest + " rows at once", largest.get() < 300);
            assertEquals(dump(oldSchema), dump(stagingSchema));
            admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
        }
    }

    @Test
    public void refusesRowsThatAServerTakesInNoPacket() throws Exception {
        goBy(Way.BATCHES);
        sql(oldSchema, "INSERT INTO KEYED VALUES (1, REPEAT('x', 2000000))");
        admin("SET GLOBAL max_allowed_packet = 1048576");
        try {
            DbCopyException refused = assertThrows(DbCopyException.class, this::copy);
            assertEquals(DbError.DB_PACKET, refused.error());
            assertTrue(refused.getMessage(), refused.getMessage().contains("KEYED has a row of 20000"));
        } finally {
            admin("SET GLOBAL max_allowed_packet = 16777216");
        }
    }

    @Test
    public void triesNoOtherWayWhereThereIsNoSpace() throws Exception {
        goBy(Way.LOAD);
        sql(
                oldSchema,
                "CREATE TABLE MEMO(N INT PRIMARY KEY, V CHAR(250)) ENGINE = MEMORY",
                "INSERT INTO MEMO SELECT seq, REPEAT('v', 250) FROM seq_1_to_9000");
        AtomicLong told = new AtomicLong();
        admin("SET GLOBAL max_heap_table_size = 1048576");
        try {
            DbCopyException refused = assertThrows(DbCopyException.class, () -> copy(told));
            assertEquals(DbError.DB_FILE, refused.error());
            assertTrue(told + " rows", told.get() <= ROWS + 9000);
        } finally {
            admin("SET GLOBAL max_heap_table_size = 16777216");
        }
        admin("ALTER TABLE " + stagingSchema + ".MEMO FORCE");
        copy();
        assertEquals(dump(oldSchema), dump(stagingSchema));
    }

    private void copy(AtomicLong told) {
        copier.copy(new CopyRequest(old, staging, UPGRADE, 2), new Progress() {
            @Override
            public void expect(long rows) {
                // not asked for
            }

            @Override
            public void moved(long rows, long bytes) {
                told.addAndGet(rows);
            }
        });
    }

    private void goesBy(Way way) throws Exception {
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            goBy(way);
            CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);
            String lanes = copied.tables().stream()
                    .map(TableCopy::lane)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
            assertEquals(jar.toString(), "[" + way.lane() + "]", lanes);
            assertTrue(copied.strategy(), copied.strategy().contains(way.said()));
            assertEquals(jar.toString(), dump(oldSchema), dump(stagingSchema));
            assertTrue(jar.toString(), compare().equal());
            admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
        }
    }
}
