package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Asks servers whether two databases are one: a server has many names, and a tunnel yet another. */
final class PgIdentity {

    /** The first half of the key of our locks; the other half is a random number. */
    private static final int PREFIX = 0xCA7B0;

    private PgIdentity() {}

    /** A lock that is taken on one side and seen from the other is in the same database. A standby says so by its identifier. */
    static boolean same(PgDatabase one, PgDatabase other) {
        return Jdbc.call("tell the databases apart", other.name(), () -> {
            try (Connection mine = one.connect();
                    Connection theirs = other.connect()) {
                String identifier = identifier(mine);
                if (identifier != null && identifier.equals(identifier(theirs))) {
                    return true;
                }
                String seen = databaseOfLock(mine, theirs);
                return seen != null && seen.equals(new PgCatalog(theirs).value("SELECT pg_catalog.current_database()"));
            }
        });
    }

    /** Whether both connections are to one cluster, in whatever databases of it. */
    static boolean oneCluster(Connection mine, Connection theirs) throws SQLException {
        return databaseOfLock(mine, theirs) != null;
    }

    /** The database of a lock that is taken on one side and seen from the other; null if it is not seen. */
    private static String databaseOfLock(Connection mine, Connection theirs) throws SQLException {
        int key = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        new PgCatalog(mine).value("SELECT pg_catalog.pg_advisory_xact_lock_shared(" + PREFIX + ", " + key + ")");
        return new PgCatalog(theirs)
                .value("SELECT d.datname FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database d"
                        + " ON d.oid = l.database WHERE l.locktype = 'advisory' AND l.objsubid = 2"
                        + " AND l.classid = " + PREFIX + " AND l.objid = " + key);
    }

    /** What the cluster and the database are called inside, or null where the user may not ask. */
    private static String identifier(Connection connection) throws SQLException {
        PgCatalog catalog = new PgCatalog(connection);
        boolean may = catalog.since(90600)
                && "t"
                        .equals(
                                catalog.value(
                                        "SELECT pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')"));
        return may
                ? catalog.value("SELECT s.system_identifier || ' ' || d.oid FROM pg_catalog.pg_control_system() s,"
                        + " pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()")
                : null;
    }
}
