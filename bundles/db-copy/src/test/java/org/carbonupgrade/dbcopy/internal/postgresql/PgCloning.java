package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.After;
import org.junit.Before;

/** A pair of databases of one server, whose owner may make databases: the old one can be cloned. */
public abstract class PgCloning extends PgTest {

    protected static final String CLONER = "cloner";

    /** What a database is on its server, apart from its content. */
    private static final String PROPERTIES =
            "SELECT concat_ws(' | ', pg_get_userbyid(d.datdba), d.datacl, d.datconnlimit,"
                    + " d.encoding, d.datcollate, shobj_description(d.oid, 'pg_database'), t.spcname,"
                    + " (SELECT string_agg(s.setrole::regrole || ' ' || s.setconfig::text, ' ' ORDER BY s.setrole)"
                    + " FROM pg_db_role_setting s WHERE s.setdatabase = d.oid))"
                    + " FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = '";

    @Before
    public void letThemBeCloned() throws SQLException {
        if (admin("SELECT 1 FROM pg_roles WHERE rolname = 'cloner'").isEmpty()) {
            server.execute(
                    PgServer.ADMIN,
                    "postgres",
                    "CREATE ROLE cloner LOGIN CREATEDB PASSWORD '" + PgServer.PASSWORD + "'");
        }
        for (String name : new String[] {old.name(), staging.name()}) {
            server.execute(PgServer.ADMIN, "postgres", "ALTER DATABASE " + name + " OWNER TO cloner");
        }
        old = spec(old.name()).user(CLONER, PgServer.PASSWORD).build();
        staging = spec(staging.name()).user(CLONER, PgServer.PASSWORD).build();
    }

    @After
    public void nothingIsLeftBehind() throws SQLException {
        assertEquals(Collections.emptyList(), temporary());
    }

    /** The databases with temporary names. */
    protected List<String> temporary() throws SQLException {
        return admin("SELECT datname FROM pg_database WHERE datname LIKE 'carbon\\_upgrade\\_%'");
    }

    protected List<String> admin(String query) throws SQLException {
        return column(spec("postgres").build(), query);
    }

    /** What the staging database is on its server. */
    protected String properties() throws SQLException {
        return admin(PROPERTIES + staging.name() + "'").get(0);
    }

    protected void fill() throws SQLException {
        server.execute(
                CLONER,
                old.name(),
                "CREATE TABLE t (id serial PRIMARY KEY, v text, b bytea, parent integer REFERENCES t)",
                "INSERT INTO t(v, b, parent) SELECT 'größe ' || i, decode(repeat(md5(i::text), i % 300), 'hex'),"
                        + " 1 + i / 2 FROM generate_series(1, 3000) i",
                "CREATE INDEX t_v ON t (lower(v))",
                "CREATE TABLE bare (v varchar(20))",
                "INSERT INTO bare SELECT 'row ' || i % 10 FROM generate_series(1, 100) i",
                "CREATE VIEW few AS SELECT id FROM t WHERE id < 10",
                "COMMENT ON TABLE t IS 'all of them'",
                "GRANT SELECT ON bare TO " + PgServer.USER);
    }

    protected CopyResult copy(Strategy strategy) {
        return copier.copy(new CopyRequest(old, staging, UPGRADE, 2, strategy), Progress.NONE);
    }

    /** What the staging database holds is what the old one holds, and is this upgrade's complete copy. */
    protected void assertCopied() throws Exception {
        assertTrue(compare().equal());
        if (PgDump.exists()) {
            assertEquals(dump(old), dump(staging));
        }
        assertEquals(
                Collections.singletonList("COPIED"),
                column(staging, "SELECT note FROM carbon_upgrade WHERE mark = 'PHASE'"));
        assertEquals(
                Collections.singletonList(UPGRADE),
                column(staging, "SELECT note FROM carbon_upgrade WHERE mark = 'UPGRADE'"));
    }
}
