package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * Puts right what a run left behind that died while it cloned: the empty staging database gets its name back if it has lost it to
 * nobody, and what has a temporary name of the same upgrade is dropped. A database that holds anything is not taken for empty.
 */
final class PgLeftovers {

    private final PgCluster cluster;

    PgLeftovers(PgCluster cluster) {
        this.cluster = cluster;
    }

    void settle() throws SQLException {
        Set<String> there = databases();
        boolean moved = there.contains(cluster.emptyName());
        boolean gone = !there.contains(cluster.staging());
        if (moved && gone) {
            cluster.rename(cluster.emptyName(), cluster.staging());
        } else if (moved && holdsNothing(cluster, cluster.emptyName())) {
            cluster.drop(cluster.emptyName());
        }
        if (there.contains(cluster.cloneName()) && (moved || !gone)) {
            cluster.drop(cluster.cloneName());
        }
    }

    /** Those of ours that there are: none, if no way leads to the server. */
    private Set<String> databases() throws SQLException {
        try (Connection session = session()) {
            PgCatalog catalog = new PgCatalog(session);
            String clone = PgCatalog.literal(cluster.cloneName());
            String empty = PgCatalog.literal(cluster.emptyName());
            // The server goes on with the last statement of a client that has died.
            String ended = "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
                    + " WHERE pid <> pg_catalog.pg_backend_pid() AND usename = current_user AND state = 'active'"
                    + " AND (query LIKE '%DATABASE%' || " + clone + " || '%' OR query LIKE '%DATABASE%' || " + empty
                    + " || '%')";
            while (!catalog.column(ended).isEmpty()) {
                pause();
            }
            return new HashSet<>(catalog.column("SELECT datname FROM pg_catalog.pg_database WHERE datname IN (" + clone
                    + ", " + empty + ", " + PgCatalog.literal(cluster.staging()) + ")"));
        } catch (DbCopyException e) {
            if (e.error() != DbError.DB_MISSING) {
                throw e;
            }
            return Collections.emptySet();
        }
    }

    /** In the staging database, if there is one: whatever else keeps us out of it is to be told. */
    private Connection session() {
        try {
            return cluster.session(cluster.staging());
        } catch (DbCopyException missing) {
            if (missing.error() != DbError.DB_MISSING) {
                throw missing;
            }
            try {
                return cluster.sessionBeside(Collections.emptySet());
            } catch (DbCopyException e) {
                throw missing;
            }
        }
    }

    /** Whether nobody has made anything in a database. */
    static boolean holdsNothing(PgCluster cluster, String database) throws SQLException {
        try (Connection session = cluster.session(database)) {
            PgCatalog catalog = new PgCatalog(session);
            return "0"
                    .equals(catalog.value("SELECT (SELECT count(*) FROM pg_catalog.pg_class c" + PgCatalog.ofOurs()
                            + ") + (SELECT count(*) FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n"
                            + " ON n.oid = p.pronamespace WHERE " + PgCatalog.OURS + " AND "
                            + PgCatalog.own("pg_proc", "p.oid")
                            + ") + (SELECT count(*) FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n"
                            + " ON n.oid = t.typnamespace WHERE " + PgCatalog.OURS + " AND "
                            + PgCatalog.own("pg_type", "t.oid")
                            + ") + (SELECT count(*) FROM pg_catalog.pg_largeobject_metadata)"));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
