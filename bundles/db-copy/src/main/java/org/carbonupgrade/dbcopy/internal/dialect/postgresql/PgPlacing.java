package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.CannotClone;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * Puts a sealed clone in the place of the empty staging database: that one is renamed away, looked at once more, now that nobody
 * finds it, and kept until the clone has its name. What dies in between {@link PgLeftovers} puts right.
 */
final class PgPlacing {

    private final PgCluster cluster;

    PgPlacing(PgCluster cluster) {
        this.cluster = cluster;
    }

    void run() throws SQLException {
        try {
            cluster.rename(cluster.staging(), cluster.emptyName());
            if (!PgLeftovers.holdsNothing(cluster, cluster.emptyName())) {
                throw new DbCopyException(
                        DbError.DB_NOT_EMPTY,
                        "The staging database is not empty any more: somebody has made something in it meanwhile.",
                        cluster.name());
            }
            cluster.rename(cluster.cloneName(), cluster.staging());
        } catch (SQLException e) {
            throw new CannotClone(
                    "the clone can't take the staging database's name: " + Jdbc.message(e), cluster.name());
        }
    }
}
