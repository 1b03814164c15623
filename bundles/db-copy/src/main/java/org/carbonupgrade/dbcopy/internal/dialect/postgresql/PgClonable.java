package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carbonupgrade.dbcopy.internal.dialect.CannotClone;

/** Finds everything that is in the way of cloning one database of a cluster into another's place. Changes nothing. */
final class PgClonable {

    /** So long it may take a session to be gone that its client has closed. */
    private static final long PATIENCE_MILLIS = 2000;

    private final PgCluster cluster;
    private final PgCatalog old;
    private final PgCatalog staging;
    private final List<String> reasons = new ArrayList<>();
    private String oldName;
    private String user;

    /**
     * @param source a session in the old database
     * @param target a session of the staging user in the staging database
     */
    PgClonable(PgCluster cluster, Connection source, Connection target) throws SQLException {
        this.cluster = cluster;
        source.setAutoCommit(false); // a lock lasts as long as its transaction
        this.old = new PgCatalog(source);
        this.staging = new PgCatalog(target);
    }

    /** Refuses with all reasons there are. */
    void require() throws SQLException {
        CannotClone.because(
                !PgIdentity.oneCluster(old.connection(), staging.connection()),
                "the databases are not in one PostgreSQL cluster",
                cluster.name());
        oldName = old.value("SELECT pg_catalog.current_database()");
        user = PgCatalog.literal(staging.value("SELECT current_user"));
        names();
        rights();
        owners();
        properties();
        occupied(oldName, "the old database");
        occupied(cluster.staging(), "the staging database");
        CannotClone.ifAny(reasons, cluster.name());
    }

    private void names() throws SQLException {
        String real = staging.value("SELECT pg_catalog.current_database()");
        if (!real.equals(cluster.staging())) {
            reasons.add("the staging database's name is " + real + ", not the URL's");
        }
        staging.column("SELECT datname FROM pg_catalog.pg_database WHERE datname IN ("
                        + PgCatalog.literal(cluster.cloneName()) + ", " + PgCatalog.literal(cluster.emptyName()) + ")")
                .forEach(name -> reasons.add("there is a database " + name));
    }

    private void rights() throws SQLException {
        String me = staging.value("SELECT current_user");
        if ("t".equals(staging.value("SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user"))) {
            return;
        }
        if (!"t".equals(staging.value("SELECT rolcreatedb FROM pg_catalog.pg_roles WHERE rolname = current_user"))) {
            reasons.add("the role " + me + " lacks the right CREATEDB");
        }
        if (!"t".equals(ofDatabase(oldName, "d.datistemplate OR pg_catalog.pg_has_role(d.datdba, 'USAGE')"))) {
            reasons.add("the role " + me + " does not own the old database, which is no template either");
        }
        if (!"t".equals(ofDatabase(cluster.staging(), "pg_catalog.pg_has_role(d.datdba, 'USAGE')"))) {
            reasons.add("the role " + me + " does not own the staging database");
        }
        staging.column("SELECT r.rolname FROM pg_catalog.pg_db_role_setting s"
                        + " JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase"
                        + " JOIN pg_catalog.pg_roles r ON r.oid = s.setrole WHERE d.datname = "
                        + PgCatalog.literal(cluster.staging()) + " AND r.rolname <> current_user ORDER BY 1")
                .forEach(role -> reasons.add("the role " + me + " may not repeat the settings of the role " + role
                        + " in the staging database"));
    }

    /** In a clone everything belongs to whom it belonged; that has to be of use to the staging user. */
    private void owners() throws SQLException {
        old.column("SELECT DISTINCT pg_catalog.pg_get_userbyid(o.owner) FROM ("
                        + "SELECT c.relowner AS owner FROM pg_catalog.pg_class c" + PgCatalog.ofOurs()
                        + " UNION SELECT p.proowner FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n"
                        + " ON n.oid = p.pronamespace WHERE " + PgCatalog.OURS
                        + " AND " + PgCatalog.own("pg_proc", "p.oid")
                        + " UNION SELECT t.typowner FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n"
                        + " ON n.oid = t.typnamespace WHERE " + PgCatalog.OURS
                        + " AND " + PgCatalog.own("pg_type", "t.oid")
                        + " UNION SELECT n.nspowner FROM pg_catalog.pg_namespace n WHERE " + PgCatalog.OURS
                        + " AND n.nspname <> 'public' AND " + PgCatalog.own("pg_namespace", "n.oid")
                        + ") o WHERE NOT pg_catalog.pg_has_role(" + user + ", o.owner, 'USAGE') ORDER BY 1")
                .forEach(role -> reasons.add("what the role " + role + " owns would not become the staging user's"));
    }

    private void properties() throws SQLException {
        String characters = "concat_ws(' ', d.encoding, d.datcollate, d.datctype"
                + staging.since(150000, ", d.datlocprovider", "")
                + staging.since(170000, ", d.datlocale", staging.since(150000, ", d.daticulocale", ""))
                + staging.since(160000, ", d.daticurules", "") + ")";
        if (!ofDatabase(oldName, characters).equals(ofDatabase(cluster.staging(), characters))) {
            reasons.add("the databases' encoding or collation differs");
        }
        String label = "EXISTS (SELECT 1 FROM pg_catalog.pg_shseclabel l WHERE l.objoid = d.oid)";
        String granted = "EXISTS (SELECT 1 FROM pg_catalog.aclexplode(d.datacl) a WHERE a.grantor <> d.datdba)";
        String[][] kept = {
            {"d.datistemplate", "is a template"},
            {label, "has a security label"},
            {granted, "has grants of others than its owner"},
            {
                "EXISTS (SELECT 1 FROM pg_catalog.pg_replication_slots s WHERE s.database = d.datname)",
                "has a replication slot"
            },
            {
                staging.since(
                        100000, "EXISTS (SELECT 1 FROM pg_catalog.pg_subscription s WHERE s.subdbid = d.oid)", "false"),
                "has a subscription"
            }
        };
        for (String[] one : kept) {
            if ("t".equals(ofDatabase(cluster.staging(), one[0]))) {
                reasons.add("the staging database " + one[1]);
            }
        }
    }

    /** The server refuses to copy or rename a database that somebody is connected to; workers of its own it ends. */
    private void occupied(String database, String what) throws SQLException {
        String others = "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE usesysid IS NOT NULL AND datname = "
                + PgCatalog.literal(database) + " AND pid NOT IN (" + pid(old) + ", " + pid(staging) + ")";
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        long sessions = Long.parseLong(staging.value(others));
        while (sessions > 0 && System.currentTimeMillis() < end) {
            pause();
            sessions = Long.parseLong(staging.value(others));
        }
        if (sessions > 0) {
            reasons.add((sessions == 1 ? "1 session is" : sessions + " sessions are") + " connected to " + what);
        }
        if (!"0"
                .equals(staging.value("SELECT count(*) FROM pg_catalog.pg_prepared_xacts WHERE database = "
                        + PgCatalog.literal(database)))) {
            reasons.add(what + " has prepared transactions");
        }
    }

    private String ofDatabase(String database, String expression) throws SQLException {
        return staging.value("SELECT " + expression + " FROM pg_catalog.pg_database d WHERE d.datname = "
                + PgCatalog.literal(database));
    }

    private static String pid(PgCatalog catalog) throws SQLException {
        return catalog.value("SELECT pg_catalog.pg_backend_pid()");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
