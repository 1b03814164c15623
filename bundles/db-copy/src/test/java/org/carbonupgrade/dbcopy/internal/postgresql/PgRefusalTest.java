package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

/** What must not be copied is refused with a code, before anything is written. */
@RunWith(JUnit4.class)
public class PgRefusalTest extends PgTest {

    @Test
    public void refusesStagingThatHoldsAnything() throws Exception {
        sql(old, "CREATE TABLE t (a integer)");
        sql(staging, "CREATE SEQUENCE theirs");

        DbCopyException refused = refused(DbError.DB_NOT_EMPTY, old, staging);

        assertTrue(refused.getMessage(), refused.getMessage().contains("sequence public.theirs"));
        assertEquals(Collections.emptyList(), column(staging, "SELECT relname FROM pg_class WHERE relname = 't'"));
    }

    @Test
    public void refusesTheSameDatabaseByAnotherUrl() {
        DatabaseSpec byName = spec("BY_NAME")
                .url("jdbc:postgresql://localhost:" + server.port() + "/" + old.name() + "?ssl=false")
                .build();

        refused(DbError.DB_SAME, old, byName);
        refused(DbError.DB_SAME, old, old);
        assertThrows(DbCopyException.class, () -> copier.compare(new CompareRequest(old, byName, 1), Progress.NONE));
    }

    /** A user who may not ask for the server's identifier is told by a lock. */
    @Test
    public void refusesTheSameDatabaseWhenTheServerWillNotSayWhoItIs() throws Exception {
        server.execute(
                PgServer.ADMIN, old.name(), "REVOKE EXECUTE ON FUNCTION pg_catalog.pg_control_system() FROM PUBLIC");
        DatabaseSpec byName = spec("BY_NAME")
                .url("jdbc:postgresql://localhost:" + server.port() + "/" + old.name())
                .build();

        refused(DbError.DB_SAME, old, byName);
    }

    @Test
    public void refusesAWrongPasswordWithoutShowingIt() {
        DatabaseSpec wrong =
                spec(old.name()).user(PgServer.USER, "wr0ng-secret").build();

        DbCopyException refused = refused(DbError.DB_CONNECT, wrong, staging);

        assertFalse(refused.toString(), (refused + " " + refused.getCause()).contains("wr0ng-secret"));
        assertFalse(refused.toString(), (refused + " " + refused.getCause()).contains("jdbc:postgresql"));
    }

    @Test
    public void refusesStagingOfAnotherType() {
        refused(DbError.DB_TYPES_DIFFER, old, spec("H2").url("jdbc:h2:./DB").build());
    }

    @Test
    public void saysThatADatabaseIsMissing() {
        refused(DbError.DB_MISSING, spec("no_such_database").build(), staging);
        refused(DbError.DB_MISSING, old, spec("no_such_database").build());
    }

    @Test
    public void namesEveryRightThatIsMissing() throws Exception {
        server.execute(
                PgServer.ADMIN,
                old.name(),
                "CREATE TABLE hidden (a integer)",
                "CREATE TABLE shown (a integer)",
                "CREATE SEQUENCE counted",
                "GRANT SELECT ON shown TO " + PgServer.USER);

        String message = refused(DbError.DB_RIGHTS, old, staging).getMessage();

        assertTrue(message, message.contains("SELECT on table public.hidden"));
        assertTrue(message, message.contains("SELECT on sequence public.counted"));
        assertFalse(message, message.contains("shown"));
    }

    @Test
    public void namesTheRightsThatStagingLacks() throws Exception {
        sql(old, "CREATE SCHEMA s");
        server.execute(PgServer.ADMIN, "postgres", "ALTER DATABASE " + staging.name() + " OWNER TO postgres");

        String message = refused(DbError.DB_RIGHTS, old, staging).getMessage();

        assertTrue(message, message.contains("CREATE on schema public"));
        assertTrue(message, message.contains("CREATE on database " + staging.name()));
    }

    @Test
    public void refusesAnEncodingThatLosesCharacters() throws Exception {
        String latin = staging.name() + "_latin";
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "CREATE DATABASE " + latin + " OWNER carbon ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        try {
            refused(DbError.DB_INEXACT, old, spec(latin).build());
        } finally {
            server.execute(PgServer.ADMIN, "postgres", "DROP DATABASE " + latin + " WITH (FORCE)");
        }
    }

    @Test
    public void refusesAnotherUpgradesCopy() throws Exception {
        sql(old, "CREATE TABLE t (a integer)", "INSERT INTO t VALUES (1)");
        copy();

        DbCopyException refused = assertThrows(
                DbCopyException.class, () -> copier.copy(new CopyRequest(old, staging, "upgrade-2", 2), Progress.NONE));

        assertEquals(DbError.DB_FOREIGN_COPY, refused.error());
    }

    @Test
    public void findsACompleteCopyAndRefusesItWhenTheSourceHasChanged() throws Exception {
        sql(old, "CREATE TABLE t (a integer)", "INSERT INTO t VALUES (1)");
        copy();
        assertTrue(copy().resumed());

        sql(old, "UPDATE t SET a = 2");

        refused(DbError.DB_SOURCE_CHANGED, old, staging);
    }

    /** Nothing is counted as written. */
    @Test
    public void neverWritesToTheSource() throws Exception {
        sql(old, "CREATE TABLE t (a integer PRIMARY KEY)", "INSERT INTO t SELECT generate_series(1, 5000)");
        sql(old, "CREATE SEQUENCE s");
        String before = written();
        while (Long.parseLong(before.split(" ")[0]) < 5000) {
            Thread.sleep(50); // the session that inserted tells so when it ends, which is after we have left it
            before = written();
        }

        copy();
        compare();

        assertEquals(before, written());
    }

    private String written() throws Exception {
        List<String> counters = column(
                old,
                "SELECT concat_ws(' ', d.tup_inserted, d.tup_updated, d.tup_deleted, d.temp_files,"
                        + " pg_relation_filenode('t'), pg_relation_size('t'), (SELECT string_agg(xmin::text || last_value, ',')"
                        + " FROM s), (SELECT max(age(xmin)) - min(age(xmin)) FROM t), (SELECT count(*) FROM pg_class))"
                        + " FROM pg_stat_database d WHERE datname = current_database()");
        return counters.get(0);
    }

    private DbCopyException refused(DbError error, DatabaseSpec source, DatabaseSpec target) {
        DbCopyException refused = assertThrows(
                DbCopyException.class, () -> copier.copy(new CopyRequest(source, target, UPGRADE, 2), Progress.NONE));
        assertEquals(refused.toString(), error, refused.error());
        return refused;
    }
}
