package org.carbonupgrade.dbcopy.internal.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** A pair of real H2 databases, old and staging, in every version that Carbon shipped. */
@RunWith(Parameterized.class)
public abstract class H2Test {

    protected static final String UPGRADE = "upgrade-1";

    /** One for each version: loading a driver takes longer than most tests. */
    private static final Map<String, DatabaseCopier> COPIERS = new ConcurrentHashMap<>();

    @Parameterized.Parameters(name = "H2 {0}")
    public static Object[] versions() {
        return new Object[] {"1.2.140", "1.3.175", "1.4.199"};
    }

    @Parameterized.Parameter
    public String version;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** Rows are streamed, unless a test says otherwise. */
    protected CopyRequest.Strategy strategy = CopyRequest.Strategy.STREAM;

    protected DatabaseCopier copier;
    protected DatabaseSpec old;
    protected DatabaseSpec staging;

    private Path root;

    @Before
    public void nameTheDatabases() {
        copier = COPIERS.computeIfAbsent(version, any -> new JdbcDatabaseCopier());
        nameTheDatabases(folder.getRoot().toPath());
    }

    /** Names old and staging database below a folder. */
    final void nameTheDatabases(Path below) {
        root = below;
        old = spec("OLD", "old/repository/DB").snapshots(path("snapshots")).build();
        staging = spec("STAGING", "new/repository/DB").build();
    }

    protected DatabaseSpec.Builder spec(String name, String file) {
        return DatabaseSpec.named(name)
                .url("jdbc:h2:./" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000")
                .user(H2.USER, H2.PASSWORD)
                .driverClass("org.h2.Driver")
                .drivers(Collections.singletonList(H2.jar(version)))
                .directory(root);
    }

    protected Path path(String name) {
        return root.resolve(name);
    }

    /** Runs statements on a database as its owner would, and closes it. */
    protected void sql(DatabaseSpec database, String... statements) throws SQLException {
        with(database, connection -> H2.execute(connection, statements));
    }

    /** Works with a database as its owner would, and closes it. */
    protected void with(DatabaseSpec database, H2.Work work) throws SQLException {
        H2.of(version).with(copier.identify(database).file().get(), work);
    }

    /** The first value of a query, as the database's owner would see it. */
    protected String value(DatabaseSpec database, String query) throws SQLException {
        String[] value = new String[1];
        with(database, connection -> value[0] = H2.column(connection, query).get(0));
        return value[0];
    }

    /** Everything that a database holds, in H2's own words. */
    protected String dump(DatabaseSpec database) throws SQLException {
        List<String> lines = new ArrayList<>();
        with(database, connection -> lines.addAll(H2Dump.of(connection)));
        return String.join("\n", lines);
    }

    protected CopyResult copy() {
        return copier.copy(new CopyRequest(old, staging, UPGRADE, 2, strategy), Progress.NONE);
    }

    protected CompareResult compare() {
        return copier.compare(new CompareRequest(old, staging, 2), Progress.NONE);
    }
}
