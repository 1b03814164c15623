package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** A clone that is not sure to be possible is not begun: every reason is named, the server is left as it was, and streaming is left. */
@RunWith(JUnit4.class)
public class PgCloneRefusalTest extends PgCloning {

    @Test
    public void namesTheRightsThatAreMissing() throws Exception {
        server.execute(PgServer.USER, old.name(), "SELECT 1");
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "GRANT CREATE ON DATABASE " + staging.name() + " TO carbon",
                "ALTER DATABASE " + staging.name() + " SET work_mem TO '5MB'");
        staging = spec(staging.name()).build();
        refuses(
                "the role carbon lacks the right CREATEDB",
                "the role carbon does not own the old database",
                "the role carbon does not own the staging database");
    }

    @Test
    public void namesTheRolesWhoseObjectsWouldNotBecomeTheStagingUsers() throws Exception {
        fill();
        server.execute(PgServer.ADMIN, old.name(), "ALTER TABLE bare OWNER TO carbon");
        refuses("what the role carbon owns would not become the staging user's");
        server.execute(PgServer.ADMIN, "postgres", "GRANT carbon TO cloner");
        try {
            assertTrue(copy(Strategy.AUTO).strategy().startsWith("clone"));
            assertCopied();
        } finally {
            server.execute(PgServer.ADMIN, "postgres", "REVOKE carbon FROM cloner");
        }
    }

    @Test
    public void countsTheSessionsThatAreInTheWay() throws Exception {
        fill();
        try (Connection one = server.connect(CLONER, old.name());
                Connection two = server.connect(PgServer.ADMIN, old.name());
                Connection three = server.connect(CLONER, staging.name())) {
            assertFalse(one.isClosed() || two.isClosed() || three.isClosed());
            refuses("2 sessions are connected to the old database", "1 session is connected to the staging database");
            assertTrue(copy(Strategy.AUTO)
                    .strategy()
                    .endsWith("; not cloned: 2 sessions are connected to the old database;"
                            + " 1 session is connected to the staging database"));
        }
        assertCopied();
    }

    @Test
    public void namesWhatCannotBeRepeated() throws Exception {
        String name = staging.name();
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "GRANT CONNECT ON DATABASE " + name + " TO carbon WITH GRANT OPTION",
                "ALTER ROLE carbon IN DATABASE " + name + " SET work_mem TO '5MB'",
                "ALTER DATABASE " + name + " IS_TEMPLATE true");
        server.execute(PgServer.USER, "postgres", "GRANT CONNECT ON DATABASE " + name + " TO pg_monitor");
        try {
            refuses(
                    "is a template",
                    "has grants of others than its owner",
                    "may not repeat the settings of the role carbon");
        } finally {
            server.execute(PgServer.ADMIN, "postgres", "ALTER DATABASE " + name + " IS_TEMPLATE false");
        }
    }

    /** Who may not set a parameter is told so by the server. */
    @Test
    public void leavesNothingBehindWhenASettingCannotBeRepeated() throws Exception {
        server.execute(PgServer.ADMIN, "postgres", "ALTER DATABASE " + staging.name() + " SET app.name TO 'x'");
        refuses("settings can't be repeated: ERROR: permission denied to set parameter");
    }

    @Test
    public void keepsTheCollationOfTheStagingDatabase() throws Exception {
        fill();
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "DROP DATABASE " + staging.name(),
                "CREATE DATABASE " + staging.name()
                        + " OWNER cloner TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        refuses("the databases' encoding or collation differs");
    }

    @Test
    public void clonesOnlyWithinOneCluster() throws Exception {
        PgServer another = PgServer.another();
        another.execute(
                PgServer.ADMIN,
                "postgres",
                "CREATE ROLE cloner LOGIN CREATEDB PASSWORD '" + PgServer.PASSWORD + "'",
                "CREATE DATABASE " + staging.name() + " OWNER cloner");
        staging = spec(staging.name())
                .url(another.url(staging.name()))
                .user(CLONER, PgServer.PASSWORD)
                .build();
        try {
            DbCopyException refusal = assertThrows(DbCopyException.class, () -> copy(Strategy.CLONE));
            assertEquals(
                    "The database cannot be cloned: the databases are not in one PostgreSQL cluster.",
                    refusal.getMessage());
            assertTrue(copy(Strategy.AUTO).strategy().contains("not cloned: the databases are not in one"));
            assertTrue(compare().equal());
        } finally {
            staging = spec(staging.name()).build(); // of the server that drops it
            another.stop();
        }
    }

    @Test
    public void obeysTheSameRulesOfWhatMayBeReplaced() throws Exception {
        fill();
        server.execute(CLONER, staging.name(), "CREATE TABLE used (x int)");
        refuses(DbError.DB_NOT_EMPTY, "used");
        server.execute(CLONER, staging.name(), "DROP TABLE used");
        copy(Strategy.AUTO);
        CopyRequest foreign = new CopyRequest(old, staging, "upgrade-2", 1);
        assertEquals(
                DbError.DB_FOREIGN_COPY,
                assertThrows(DbCopyException.class, () -> copier.copy(foreign, Progress.NONE))
                        .error());
        server.execute(CLONER, old.name(), "INSERT INTO bare VALUES ('late')");
        refuses(DbError.DB_SOURCE_CHANGED, "changed");
        server.execute(CLONER, staging.name(), "UPDATE carbon_upgrade SET note = 'PROMOTED' WHERE mark = 'PHASE'");
        refuses(DbError.DB_PROMOTED, "production");
    }

    @Test
    public void goesOnWithACopyThatWasBegunByStreaming() throws Exception {
        fill();
        copy(Strategy.STREAM);
        server.execute(CLONER, staging.name(), "UPDATE carbon_upgrade SET note = 'COPYING' WHERE mark = 'PHASE'");
        refuses("an earlier run began to stream it");
        assertTrue(copy(Strategy.AUTO).resumed());
        assertCopied();
    }

    /** A clone is refused for these reasons. */
    private void refuses(String... reasons) throws SQLException {
        refuses(DbError.DB_CLONE, Strategy.CLONE, reasons);
    }

    /** A copy is refused, in whatever way it is to be made. */
    private void refuses(DbError code, String about) throws SQLException {
        refuses(code, Strategy.AUTO, about);
        refuses(code, Strategy.CLONE, about);
    }

    /** And the server is as it was. */
    private void refuses(DbError code, Strategy strategy, String... about) throws SQLException {
        String before = properties();
        List<String> databases = admin("SELECT oid || datname FROM pg_database ORDER BY 1");
        DbCopyException refusal = assertThrows(DbCopyException.class, () -> copy(strategy));
        assertEquals(refusal.getMessage(), code, refusal.error());
        for (String part : about) {
            assertTrue(refusal.getMessage(), refusal.getMessage().contains(part));
        }
        assertFalse(refusal.getMessage(), refusal.getMessage().contains(PgServer.PASSWORD));
        assertEquals(before, properties());
        assertEquals(databases, admin("SELECT oid || datname FROM pg_database ORDER BY 1"));
    }
}
