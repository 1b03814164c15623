package org.carbonupgrade.dbcopy.internal.postgresql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/**
 * A pair of real PostgreSQL databases, old and staging, through the oldest and a new driver; a test to which the driver is all one
 * names another runner.
 */
@RunWith(Parameterized.class)
public abstract class PgTest {

    protected static final String UPGRADE = "upgrade-1";

    private static final String NEW_DRIVER = "42.7.4";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Parameterized.Parameters(name = "pgjdbc {0}")
    public static Object[] versions() {
        return new Object[] {"9.4.1212", NEW_DRIVER};
    }

    @Parameterized.Parameter
    public String driver = NEW_DRIVER;

    protected final DatabaseCopier copier = new JdbcDatabaseCopier();
    protected PgServer server;
    protected DatabaseSpec old;
    protected DatabaseSpec staging;

    @Before
    public void makeTheDatabases() throws SQLException {
        server = PgServer.start();
        String number = String.valueOf(NUMBER.incrementAndGet());
        old = made("old_" + number);
        staging = made("staging_" + number);
    }

    @After
    public void dropTheDatabases() throws SQLException {
        for (DatabaseSpec database : new DatabaseSpec[] {old, staging}) {
            server.execute(PgServer.ADMIN, "postgres", "DROP DATABASE " + database.name() + " WITH (FORCE)");
        }
    }

    private DatabaseSpec made(String name) throws SQLException {
        server.execute(PgServer.ADMIN, "postgres", "CREATE DATABASE " + name + " OWNER " + PgServer.USER);
        return spec(name).build();
    }

    protected DatabaseSpec.Builder spec(String name) {
        return DatabaseSpec.named(name)
                .url(server.url(name))
                .user(PgServer.USER, PgServer.PASSWORD)
                .drivers(Collections.singletonList(PgServer.jar(driver)));
    }

    /** Runs statements on a database as its owner would. */
    protected void sql(DatabaseSpec database, String... statements) throws SQLException {
        server.execute(PgServer.USER, database.name(), statements);
    }

    /** The first column of a query, as the database's owner would see it. */
    protected List<String> column(DatabaseSpec database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = server.connect(PgServer.ADMIN, database.name());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    protected String dump(DatabaseSpec database) throws IOException {
        return PgDump.of(server, database.name());
    }

    /** One table after the other with the old driver, two at once with the new one. */
    protected CopyResult copy() {
        return copier.copy(new CopyRequest(old, staging, UPGRADE, driver.startsWith("9") ? 1 : 2), Progress.NONE);
    }

    protected CompareResult compare() {
        return copier.compare(new CompareRequest(old, staging, 2), Progress.NONE);
    }
}
