package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.internal.database.Rows;

/** What servers of one type of database are asked, in their own words. A question that a user may not ask ends in an SQLException. */
public abstract class ServerQuestions {

    private static final Map<String, ServerQuestions> TYPES = new HashMap<>();

    static {
        TYPES.put("PostgreSQL", new PostgresqlQuestions());
        TYPES.put("MySQL/MariaDB", new MysqlQuestions());
        TYPES.put("Oracle", new OracleQuestions());
        TYPES.put("SQL Server", new SqlServerQuestions());
        TYPES.put("DB2", new Db2Questions());
        TYPES.put("Informix", new InformixQuestions());
    }

    ServerQuestions() {}

    /** The questions for a type; empty for one that has no server. */
    public static Optional<ServerQuestions> of(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** The sessions of others at the database, by user and host. */
    public final List<OtherSession> sessions(Connection connection) throws SQLException {
        requireSight(connection);
        return Rows.all(connection, others(), OtherSession::new);
    }

    /** The settings that decide how data are kept. */
    public abstract List<ServerSetting> settings();

    /** Why the user can't make tables in the database and fill them; empty if nothing is known to be in the way. */
    public abstract List<String> obstacles(Connection connection) throws SQLException;

    /** Asks for user, host and number of the sessions of others. */
    abstract String others();

    /** Some servers show a user who may not see others nothing but himself. */
    void requireSight(Connection connection) throws SQLException {
        // most say that it is not allowed
    }

    static String first(Connection connection, String query) throws SQLException {
        List<String> values = column(connection, query);
        return values.isEmpty() || values.get(0) == null ? "" : values.get(0).trim();
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        return Rows.all(connection, query, row -> row.getString(1));
    }
}
