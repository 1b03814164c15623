package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DatabasesTest {

    @Rule
    public final H2 one = new H2();

    @Rule
    public final H2 two = new H2();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aDatabaseWithTwoDataSourcesCountsOnce() throws Exception {
        Databases databases =
                Databases.of(Arrays.asList(one.database("A"), two.database("B"), one.database("A_AGAIN")));

        assertEquals(2, databases.readable().size());
        assertEquals("A", databases.readable().get(0).name());
        assertTrue(databases.unreadable().isEmpty());
    }

    @Test
    public void oneThatGivesNoConnectionIsNamedAndTheOthersAreRead() throws Exception {
        JdbcDataSource gone = new JdbcDataSource();
        gone.setURL("jdbc:h2:mem:gone;IFEXISTS=TRUE");
        Databases databases = Databases.of(Arrays.asList(new Database("GONE", gone), one.database("A")));

        assertEquals("[GONE]", databases.unreadable().keySet().toString());
        assertEquals("A", databases.readable().get(0).name());
    }

    @Test
    public void aTransactionThatFailsLeavesNothingBehind() throws Exception {
        one.execute("CREATE TABLE UM_X (ID INT)");

        assertThrows(SQLException.class, () -> one.database("A").inTransaction(connection -> {
            connection.createStatement().execute("INSERT INTO UM_X VALUES (1)");
            throw new SQLException("fails");
        }));
        assertEquals(Integer.valueOf(0), one.database("A").inTransaction(DatabasesTest::rows));
    }

    @Test
    public void aConnectionGoesBackToItsPoolAsItCame() throws Exception {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection connection = one.source().getConnection()) {
                connection.setAutoCommit(autoCommit);

                new Database("POOLED", poolOf(connection)).inTransaction(Connection::getCatalog);

                assertEquals(autoCommit, connection.getAutoCommit());
            }
        }
    }

    @Test
    public void whatIsForcedIsOnDiskThoughNobodyClosesTheDatabase() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.getRoot() + "/open;WRITE_DELAY=60000");
        try (Connection open = source.getConnection()) {
            open.createStatement().execute("CREATE TABLE UM_X (ID INT)");
            open.createStatement().execute("INSERT INTO UM_X VALUES (1)");
            new Database("OPEN", source).force();

            Path asAfterAKill = folder.getRoot().toPath().resolve("killed.mv.db");
            Files.copy(folder.getRoot().toPath().resolve("open.mv.db"), asAfterAKill);
        }
        JdbcDataSource killed = new JdbcDataSource();
        killed.setURL("jdbc:h2:" + folder.getRoot() + "/killed;IFEXISTS=TRUE");

        assertEquals(Integer.valueOf(1), new Database("KILLED", killed).inTransaction(DatabasesTest::rows));
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM UM_X")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** A pool whose one connection stays open when it is given back. */
    private static DataSource poolOf(Connection connection) {
        Connection pooled = proxy(
                Connection.class,
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (proxy, method, arguments) -> pooled);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
