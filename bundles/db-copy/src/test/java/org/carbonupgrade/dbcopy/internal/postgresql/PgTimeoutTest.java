package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** Limits that an administrator has set for the application's short transactions do not end a long copy. */
@RunWith(JUnit4.class)
public class PgTimeoutTest extends PgTest {

    @Test
    public void copiesLongerThanTheServersLimitsAllow() throws Exception {
        for (String database : new String[] {old.name(), staging.name()}) {
            for (String limit :
                    new String[] {"statement_timeout", "idle_in_transaction_session_timeout", "idle_session_timeout"}) {
                server.execute(
                        PgServer.ADMIN,
                        "postgres",
                        "ALTER ROLE " + PgServer.USER + " IN DATABASE " + database + " SET " + limit + " = '300ms'");
            }
        }
        try (Connection connection = server.connect(PgServer.USER, old.name())) {
            connection.createStatement().execute("SET statement_timeout = 0");
            connection
                    .createStatement()
                    .execute("CREATE TABLE t AS SELECT repeat(md5(i::text), 100) AS v"
                            + " FROM generate_series(1, 3000) i");
        }
        boolean[] waited = {false};

        copier.copy(new CopyRequest(old, staging, UPGRADE, 2), new Progress() {
            @Override
            public void expect(long rows) {
                pause();
            }

            @Override
            public void moved(long rows, long bytes) {
                waited[0] = true;
                pause();
            }

            @Override
            public void waits(String why) {
                throw new AssertionError(why);
            }
        });

        assertTrue(waited[0]);
        assertEquals("3000", column(staging, "SELECT count(*) FROM t").get(0));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(800);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
