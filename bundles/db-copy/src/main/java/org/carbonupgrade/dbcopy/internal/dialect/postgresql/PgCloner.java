package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.CannotClone;
import org.carbonupgrade.dbcopy.internal.dialect.Cloner;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** Lets the server clone a database, {@code CREATE DATABASE … TEMPLATE}, and puts the clone in the staging database's place. */
final class PgCloner implements Cloner {

    /** Every relation with its size, those for large values and the indexes too: a clone's are the same to the byte. */
    private static final String RELATIONS = "SELECT count(*) || ' ' || md5(coalesce(string_agg(concat_ws(',', c.oid,"
            + " c.relname, c.relkind, pg_catalog.pg_relation_size(c.oid)), ';' ORDER BY c.oid), ''))"
            + " FROM pg_catalog.pg_class c WHERE c.oid >= 16384 AND c.relpersistence <> 't'";

    /** Files copied as such need no write-ahead log; servers that know no other way have no word for it. */
    private static final int STRATEGIES = 150000;

    private final PgDatabase source;
    private final PgCluster cluster;

    PgCloner(PgDatabase source, PgCluster cluster) {
        this.source = source;
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "the server copies the database's files";
    }

    @Override
    public void requirePossible() {
        Jdbc.run("tell whether it can be cloned", cluster.name(), () -> {
            try (Connection old = source.session();
                    Connection staging = cluster.session(cluster.staging())) {
                new PgClonable(cluster, old, staging).require();
            }
        });
    }

    @Override
    public List<String> make(Consumer<OpenDatabase> seal) {
        return Jdbc.call("clone the database", cluster.name(), () -> {
            String before = fingerprint();
            create();
            List<String> notCarried;
            try {
                notCarried = check(before);
                takeOver();
                requireCreate();
                try (OpenDatabase clone = cluster.openClone(before)) {
                    seal.accept(clone);
                }
                limit();
                new PgPlacing(cluster).run();
            } catch (SQLException | RuntimeException e) {
                discard(e);
                throw e;
            }
            cluster.drop(cluster.emptyName());
            return notCarried;
        });
    }

    private String fingerprint() throws SQLException {
        try (Connection old = source.session()) {
            return PgSource.fingerprint(new PgCatalog(old));
        }
    }

    private void create() throws SQLException {
        String name;
        try (Connection old = source.session()) {
            name = new PgCatalog(old).value("SELECT pg_catalog.current_database()");
        }
        try (Connection session = cluster.sessionBeside(Collections.singleton(name))) {
            PgCatalog catalog = new PgCatalog(session);
            Jdbc.execute(
                    session,
                    "CREATE DATABASE " + ObjectName.quote(cluster.cloneName()) + " TEMPLATE " + ObjectName.quote(name)
                            + " OWNER " + owner(catalog) + tablespace(catalog, name)
                            + catalog.since(STRATEGIES, " STRATEGY FILE_COPY", ""));
        } catch (SQLException e) {
            throw new CannotClone("the server refuses: " + Jdbc.message(e), cluster.name());
        }
    }

    private String owner(PgCatalog catalog) throws SQLException {
        return ObjectName.quote(catalog.value("SELECT pg_catalog.pg_get_userbyid(d.datdba)"
                + " FROM pg_catalog.pg_database d WHERE d.datname = " + PgCatalog.literal(cluster.staging())));
    }

    /** The staging database's, if it is not the old one's, for which no right is needed. */
    private String tablespace(PgCatalog catalog, String old) throws SQLException {
        String other = catalog.value("SELECT t.spcname FROM pg_catalog.pg_tablespace t"
                + " JOIN pg_catalog.pg_database d ON d.dattablespace = t.oid"
                + " JOIN pg_catalog.pg_database o ON o.dattablespace <> t.oid WHERE d.datname = "
                + PgCatalog.literal(cluster.staging()) + " AND o.datname = " + PgCatalog.literal(old));
        return other == null ? "" : " TABLESPACE " + ObjectName.quote(other);
    }

    /** The clone is what the old database was before, which nobody has changed meanwhile. Gives what it has not. */
    private List<String> check(String before) throws SQLException {
        try (Connection old = source.session();
                Connection clone = cluster.session(cluster.cloneName())) {
            PgCatalog mine = new PgCatalog(old);
            PgCatalog theirs = new PgCatalog(clone);
            CannotClone.because(
                    !before.equals(PgSource.fingerprint(mine)),
                    "somebody wrote to the old database meanwhile",
                    cluster.name());
            CannotClone.because(
                    !mine.value(RELATIONS).equals(theirs.value(RELATIONS)),
                    "the clone's tables are not of the same size as the old database's",
                    cluster.name());
            PgObjects settings = new PgObjects();
            new PgLeftOut(mine, settings).settings();
            return settings.notCarried();
        }
    }

    /** Gives the clone what belongs to the staging database as such. */
    private void takeOver() {
        try (Connection session = cluster.sessionBeside(Collections.emptySet())) {
            for (String statement : properties(session).statements()) {
                Jdbc.execute(session, statement);
            }
        } catch (SQLException e) {
            throw notRepeated(Jdbc.message(e));
        }
    }

    /** The last of the staging database's properties, which may keep us out. */
    private void limit() {
        try (Connection session = cluster.sessionBeside(Collections.singleton(cluster.cloneName()))) {
            Jdbc.execute(session, properties(session).connectionLimit());
            if (!properties(session).equal()) {
                throw notRepeated("they have come out differently");
            }
        } catch (SQLException e) {
            throw notRepeated(Jdbc.message(e));
        }
    }

    private PgProperties properties(Connection session) throws SQLException {
        return new PgProperties(new PgCatalog(session), cluster.staging(), cluster.cloneName());
    }

    private CannotClone notRepeated(String why) {
        return new CannotClone(
                "the staging database's grants, comment or settings can't be repeated: " + why, cluster.name());
    }

    private void requireCreate() throws SQLException {
        try (Connection clone = cluster.session(cluster.cloneName())) {
            CannotClone.because(
                    !"t"
                            .equals(new PgCatalog(clone)
                                    .value("SELECT pg_catalog.has_schema_privilege("
                                            + "coalesce(pg_catalog.current_schema(), 'public'), 'CREATE')")),
                    "in the old database's schema, the staging user lacks the right CREATE",
                    cluster.name());
        }
    }

    /** Leaves nothing behind; the failure that led here is what is to be told. */
    private void discard(Exception failure) {
        try {
            new PgLeftovers(cluster).settle();
        } catch (SQLException | DbCopyException e) {
            failure.addSuppressed(new DbCopyException(
                    DbError.DB_SQL, "The clone is left behind; the next run drops it.", cluster.name()));
        }
    }
}
