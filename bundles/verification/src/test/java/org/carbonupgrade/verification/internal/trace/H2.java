package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.rules.ExternalResource;

/** An H2 database in memory, gone after the test. */
public final class H2 extends ExternalResource {

    private static int count;

    private final JdbcDataSource source = new JdbcDataSource();
    private Connection keeper;

    /** A database under the name of a data source. */
    public Database database(String name) {
        return new Database(name, source);
    }

    public JdbcDataSource source() {
        return source;
    }

    public void execute(String... statements) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    protected void before() throws SQLException {
        source.setURL("jdbc:h2:mem:verification" + ++count);
        keeper = source.getConnection();
    }

    @Override
    protected void after() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
