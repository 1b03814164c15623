package org.carbonupgrade.dbcopy.internal.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.SchemaDifference;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.itests.databases.MysqlFamilyServer;
import org.junit.After;
import org.junit.Before;

/** Two schemas of a real server, old and staging, made for each test and dropped behind it. */
public abstract class MysqlTest {

    protected static final String UPGRADE = "upgrade-1";

    /** Has all rights on the staging schema and none on the old one. */
    static final String STRANGER = "stranger";

    private static final DatabaseCopier COPIER = new JdbcDatabaseCopier();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    protected final MysqlFamilyServer server = MysqlTestServer.server();
    protected DatabaseCopier copier = COPIER;
    protected DriverJar driver = DriverJar.MARIADB_3;
    String stagingUser = MysqlTestServer.USER;
    protected String oldSchema;
    protected String stagingSchema;
    protected DatabaseSpec old;
    protected DatabaseSpec staging;

    @Before
    public void makeSchemas() throws SQLException {
        int number = NUMBER.incrementAndGet();
        name("old_" + number, "staging_" + number);
        admin("CREATE DATABASE " + oldSchema, "CREATE DATABASE " + stagingSchema);
    }

    @After
    public void dropSchemas() throws SQLException {
        admin(
                "DROP DATABASE IF EXISTS " + oldSchema,
                "DROP DATABASE IF EXISTS " + stagingSchema,
                "SET GLOBAL local_infile = 1");
    }

    /** Sees to it that rows can go this way and no faster one. */
    final void goBy(Way way) throws SQLException {
        stagingUser = way == Way.SERVER ? MysqlTestServer.USER : STRANGER;
        String login = " IDENTIFIED BY '" + MysqlTestServer.PASSWORD + "'";
        boolean old = rows("", "SELECT VERSION()").get(0).startsWith("5.5");
        admin(
                old ? "DO 1" : "CREATE USER IF NOT EXISTS " + STRANGER + "@'%'" + login,
                "GRANT ALL ON " + stagingSchema + ".* TO " + STRANGER + "@'%'" + (old ? login : ""),
                "SET GLOBAL local_infile = " + (way == Way.BATCHES ? 0 : 1));
        name(oldSchema, stagingSchema);
    }

    /** Names the schemas and describes how to get to them. */
    final void name(String oldName, String stagingName) {
        oldSchema = oldName;
        stagingSchema = stagingName;
        old = spec("OLD", oldSchema).build();
        staging = spec("STAGING", stagingSchema)
                .user(stagingUser, MysqlTestServer.PASSWORD)
                .build();
    }

    protected final DatabaseSpec.Builder spec(String name, String schema) {
        return DatabaseSpec.named(name)
                .url(driver.url(server.port(), schema))
                .user(MysqlTestServer.USER, MysqlTestServer.PASSWORD)
                .driverClass(driver.driver())
                .drivers(Collections.singletonList(driver.path()));
    }

    /** Runs statements on the server. */
    protected final void admin(String... statements) throws SQLException {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), "")) {
            Sessions.execute(connection, statements);
        }
    }

    /** Runs statements in a schema, in one session. */
    protected final void sql(String schema, String... statements) throws SQLException {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), schema)) {
            Sessions.execute(connection, statements);
        }
    }

    /** The rows of a query in a schema. */
    protected final List<String> rows(String schema, String query) throws SQLException {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), schema)) {
            return Sessions.rows(connection, query);
        }
    }

    /** All that a schema holds, in the words of MariaDB's own tool; whoever copies owns what is copied. */
    protected final String dump(String schema) throws Exception {
        return MysqlDump.of(server, schema).replace("`" + STRANGER + "`@", "`" + MysqlTestServer.USER + "`@");
    }

    protected final CopyResult copy() {
        return copier.copy(new CopyRequest(old, staging, UPGRADE, 2), Progress.NONE);
    }

    protected final CompareResult compare() {
        return copier.compare(new CompareRequest(old, staging, 2), Progress.NONE);
    }

    /** What differs, with the statements of both sides. */
    static String told(List<SchemaDifference> differences) {
        return differences.stream()
                .map(each -> each + ": " + each.source() + "\n" + each.target())
                .collect(Collectors.joining("\n"));
    }
}
