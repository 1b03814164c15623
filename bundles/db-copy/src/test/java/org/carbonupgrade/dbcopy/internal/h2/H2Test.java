package org.carbonupgrade.dbcopy.internal.h2;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.dialect.h2.H2Dialect;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** A pair of real H2 databases, old and staging, in every version that Carbon shipped. */
@RunWith(Parameterized.class)
public abstract class H2Test {

    @Parameterized.Parameters(name = "H2 {0}")
    public static Object[] versions() {
        return new Object[] {"1.2.140", "1.3.175", "1.4.199"};
    }

    @Parameterized.Parameter
    public String version;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    protected final DatabaseCopier copier = new JdbcDatabaseCopier();
    protected DatabaseSpec old;
    protected DatabaseSpec staging;

    @Before
    public void nameTheDatabases() {
        old = spec("OLD", "old/repository/DB").snapshots(path("snapshots")).build();
        staging = spec("STAGING", "new/repository/DB").build();
    }

    protected DatabaseSpec.Builder spec(String name, String file) {
        return DatabaseSpec.named(name)
                .url("jdbc:h2:./" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000")
                .user("carbon", "carbon")
                .driverClass("org.h2.Driver")
                .drivers(Collections.singletonList(driver()))
                .directory(folder.getRoot().toPath());
    }

    protected Path driver() {
        return Paths.get("target", "h2", "h2-" + version + ".jar");
    }

    protected Path path(String name) {
        return new File(folder.getRoot(), name).toPath();
    }

    /** Runs statements on a database as its owner would, and closes it. */
    protected void sql(DatabaseSpec database, String... statements) throws SQLException {
        with(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        });
    }

    /** Something done with a connection. */
    protected interface Work {
        void with(Connection connection) throws SQLException;
    }

    protected void with(DatabaseSpec database, Work work) throws SQLException {
        try (OpenDatabase open = new H2Dialect().openTarget(database, new DriverLibrary());
                Connection connection = open.connect()) {
            work.with(connection);
            connection.commit();
        }
    }

    protected CopyResult copy() {
        return copier.copy(new CopyRequest(old, staging, "upgrade-1", 2), Progress.NONE);
    }

    protected CompareResult compare() {
        return copier.compare(new CompareRequest(old, staging, 2), Progress.NONE);
    }
}
