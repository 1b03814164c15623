package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.CutCopies;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.junit.After;
import org.junit.Test;

/** A copy goes on by itself when connections break, through every driver, and the source is only read. */
public class MysqlCutTest extends MysqlTest {

    private CutCopies copies;
    private int rows;

    @After
    public void closeTheProxies() throws IOException {
        copies.close();
    }

    @Test
    public void goesOnWhenConnectionsAreCut() throws Exception {
        for (DriverJar jar : DriverJar.values()) {
            open(jar);
            String expected = dump(oldSchema);
            String written = written();
            copies.copyCut((CutCopies.CUTS + 3) / 4, jar.toString(), run -> {
                assertTrue(run, compare().equal());
                assertEquals(run, expected, dump(stagingSchema));
                assertEquals(run, written, written());
                startAnew();
            });
            copies.close();
            admin("DROP DATABASE " + oldSchema, "CREATE DATABASE " + oldSchema);
        }
    }

    /** The commit was done, but nobody said so: its rows must not come twice. */
    @Test
    public void doublesNothingWhenTheAnswerToACommitIsLost() throws Exception {
        open(DriverJar.MARIADB_3);
        CopyResult copied = copies.copyWithoutAnswersToCommits();

        assertEquals(rows, copied.rows());
        assertTrue(compare().equal());
        assertEquals(dump(oldSchema), dump(stagingSchema));
    }

    /** One that is down for good is not asked for ever. */
    @Test
    public void givesUpWhenTheServerDoesNotComeBack() throws Exception {
        open(DriverJar.MYSQL_8);
        assertEquals(rows, copies.copyGivenUpAndBegunAgain(100_000).rows());
        assertTrue(compare().equal());
    }

    /** What was being read can't be read on: a new snapshot of a source that has not changed is as good. */
    @Test
    public void takesANewSnapshotWhenAllConnectionsToTheSourceAreLost() throws Exception {
        open(DriverJar.MARIADB_2);
        CopyResult copied = copies.copyWithTheSnapshotLost();

        assertEquals(rows, copied.rows());
        assertTrue(compare().equal());
    }

    private void open(DriverJar jar) throws Exception {
        driver = jar;
        name(oldSchema, stagingSchema);
        rows = MysqlRows.fill(server.port(), oldSchema, "InnoDB");
        copies = new CutCopies(
                server.port(),
                port -> through(port, "OLD", oldSchema),
                port -> through(port, "STAGING", stagingSchema),
                new ChunkLimits(MysqlRows.CHUNK, 16 << 20),
                UPGRADE,
                1_000_000);
    }

    private DatabaseSpec through(int port, String name, String schema) {
        return spec(name, schema).url(driver.url(port, schema)).build();
    }

    private void startAnew() throws SQLException {
        admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
    }

    /** What the binary log has of the source; what we write to staging is none of its business. */
    private String written() throws SQLException {
        return rows(
                        "",
                        "SHOW BINLOG EVENTS IN '"
                                + rows("", "SHOW MASTER STATUS").get(0).split("\\|")[0] + "'")
                .stream()
                .filter(line -> line.contains(oldSchema))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
