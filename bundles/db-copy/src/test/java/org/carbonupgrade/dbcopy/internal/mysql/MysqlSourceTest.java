package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Before;
import org.junit.Test;

/** The old database is read, as one state, and never written. */
public class MysqlSourceTest extends MysqlTest {

    private static final int ROWS = 3000;

    @Before
    public void makeAnOldDatabase() throws Exception {
        sql(
                oldSchema,
                "CREATE TABLE A(ID INT AUTO_INCREMENT PRIMARY KEY, V VARCHAR(50))",
                "CREATE TABLE B(ID INT, V VARCHAR(50))",
                "INSERT INTO A SELECT seq, CONCAT('value ', seq) FROM seq_1_to_" + ROWS,
                "INSERT INTO B SELECT seq, CONCAT('value ', seq) FROM seq_1_to_" + ROWS);
    }

    @Test
    public void isOfTheVersionThatPeopleKnowItBy() throws SQLException {
        for (DriverJar jar : DriverJar.values()) {
            driver = jar;
            name(oldSchema, stagingSchema);
            assertEquals(
                    jar.toString(),
                    rows("", "SELECT VERSION()").get(0),
                    copier.inspect(old).version());
        }
    }

    @Test
    public void leavesNothingInTheOldDatabaseOrTheBinaryLog() throws Exception {
        List<String> before = state();
        copy();
        compare();
        copier.inspect(old);
        assertEquals(before, state());
    }

    @Test
    public void cannotWriteToADatabaseThatIsLookedAt() {
        assertThrows(
                DbCopyException.class,
                () -> copier.query(
                        old, connection -> connection.createStatement().executeUpdate("DELETE FROM A")));
    }

    @Test
    public void copiesOneStateWhileOthersWrite() throws Exception {
        String before = dump(oldSchema);
        CopyResult copied;
        try (Connection writer = Sessions.open(DriverJar.MARIADB_3, server.port(), oldSchema)) {
            copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 2), new Writing(writer));
        }
        assertEquals(2L * ROWS, copied.rows());
        assertTrue(copied.tables().stream().anyMatch(table -> table.lane().equals(Way.BATCHES.lane())));
        assertEquals(
                before.replaceAll("AUTO_INCREMENT=\\d+ ", ""),
                dump(stagingSchema).replaceAll("AUTO_INCREMENT=\\d+ ", ""));
        assertEquals(
                String.valueOf(2 * ROWS),
                rows(oldSchema, "SELECT COUNT(*) FROM B").get(0));
    }

    @Test
    public void copiesOneStateByOneReaderWhereTheUserMayLockNothing() throws Exception {
        String user = "reader_" + oldSchema;
        admin(
                "CREATE USER " + user + "@'%' IDENTIFIED BY 'r-S3cret'",
                "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON " + oldSchema + ".* TO " + user + "@'%'");
        try (Connection writer = Sessions.open(DriverJar.MARIADB_3, server.port(), oldSchema)) {
            old = spec("OLD", oldSchema).user(user, "r-S3cret").build();
            CopyResult copied = copier.copy(new CopyRequest(old, staging, UPGRADE, 4), new Writing(writer));
            assertEquals(2L * ROWS, copied.rows());
            assertTrue(copied.strategy(), copied.strategy().contains("tables at once: 1; one table at a time"));
        } finally {
            admin("DROP USER " + user + "@'%'");
        }
    }

    @Test
    public void saysWhichTablesKnowNoSnapshots() throws Exception {
        sql(oldSchema, "CREATE TABLE M(ID INT) ENGINE=MyISAM");
        String strategy = copy().strategy();
        assertTrue(strategy, strategy.endsWith("these tables know no snapshots: M"));
    }

    private List<String> state() throws SQLException {
        List<String> state = rows(oldSchema, "CHECKSUM TABLE A, B");
        state.addAll(rows(oldSchema, "SHOW CREATE TABLE A"));
        state.addAll(rows(oldSchema, "SHOW MASTER STATUS"));
        return state;
    }

    /** Doubles a table that is read later as soon as the first rows have come. */
    private final class Writing implements Progress {

        private final Connection writer;
        private boolean written;

        private Writing(Connection writer) {
            this.writer = writer;
        }

        @Override
        public void expect(long rows) {
            write();
        }

        @Override
        public synchronized void moved(long rows, long bytes) {
            write();
        }

        private void write() {
            if (!written) {
                written = true;
                try {
                    Sessions.execute(writer, "INSERT INTO B SELECT * FROM B", "UPDATE A SET V = 'changed'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
