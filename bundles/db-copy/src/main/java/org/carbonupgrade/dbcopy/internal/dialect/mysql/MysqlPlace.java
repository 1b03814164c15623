package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Asks servers whether two URLs lead to the same schema. */
final class MysqlPlace {

    private MysqlPlace() {}

    /** Names and addresses may be many, also behind a proxy; a lock that one session takes is seen on no other server. */
    static boolean same(MysqlConnector one, MysqlConnector other) {
        return Jdbc.call("ask the servers who they are", other.name(), () -> {
            try (Connection mine = one.toRead();
                    Connection theirs = other.toRead()) {
                return (sameServer(mine, theirs) || isSameCluster(mine, theirs))
                        && schema(mine).equalsIgnoreCase(schema(theirs))
                        && isSameSchema(mine, theirs);
            }
        });
    }

    /** Whether two sessions are on one server; the first has no lock of its own. */
    static boolean sameServer(Connection mine, Connection theirs) throws SQLException {
        String lock = "carbon-upgrade " + UUID.randomUUID();
        Jdbc.first(mine, "SELECT GET_LOCK(?, 0)", lock);
        try {
            return Jdbc.first(theirs, "SELECT IS_USED_LOCK(?)", lock) != null;
        } finally {
            Jdbc.first(mine, "SELECT RELEASE_LOCK(?)", lock);
        }
    }

    /** Two names that differ in case alone are one schema unless the server tells cases apart. */
    private static boolean isSameSchema(Connection mine, Connection theirs) throws SQLException {
        return schema(mine).equals(schema(theirs)) || !"0".equals(Jdbc.first(mine, "SELECT @@lower_case_table_names"));
    }

    private static boolean isSameCluster(Connection mine, Connection theirs) throws SQLException {
        String cluster = cluster(mine);
        return !cluster.isEmpty() && cluster.equals(cluster(theirs));
    }

    /** Every server of a Galera cluster holds the same; empty if it is in none. */
    private static String cluster(Connection connection) throws SQLException {
        try {
            String cluster = Jdbc.all(
                            connection, "SHOW GLOBAL STATUS LIKE 'wsrep_cluster_state_uuid'", row -> row.getString(2))
                    .stream()
                    .findFirst()
                    .orElse("");
            return cluster.matches("[0-]*") ? "" : cluster;
        } catch (SQLException e) {
            return "";
        }
    }

    static String schema(Connection connection) throws SQLException {
        return Jdbc.first(connection, "SELECT DATABASE()");
    }
}
