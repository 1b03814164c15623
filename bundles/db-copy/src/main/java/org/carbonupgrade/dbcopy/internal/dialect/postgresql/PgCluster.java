package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/**
 * The databases that a clone has to do with, all of one server, and the staging user's ways to them: nobody can rename or drop a
 * database who is connected to it. A clone, and the empty staging database that makes room for it, have names that tell whose
 * they are, whatever dies in between.
 */
final class PgCluster {

    private final DatabaseSpec spec;
    private final PgUrl url;
    private final Driver driver;
    private final String clone;
    private final String empty;

    PgCluster(CopyRequest request, Driver driver) {
        this.spec = request.target();
        this.url = PgUrl.of(spec);
        this.driver = driver;
        String unique = DigestUtils.sha256Hex(request.upgradeId() + "\n" + url.database())
                .substring(0, 16);
        this.clone = "carbon_upgrade_clone_" + unique;
        this.empty = "carbon_upgrade_empty_" + unique;
    }

    /** The name that people know the staging database by. */
    String name() {
        return spec.name();
    }

    /** The staging database's name on the server. */
    String staging() {
        return url.database();
    }

    /** What a clone is called while it is made. */
    String cloneName() {
        return clone;
    }

    /** What the empty staging database is called while the clone takes its name. */
    String emptyName() {
        return empty;
    }

    /** The clone, to be written. */
    PgDatabase openClone(String fingerprint) {
        return new PgDatabase(url.beside(clone), driver, true) {
            @Override
            public String fingerprint() {
                return fingerprint;
            }
        };
    }

    /** A session in one of the databases, auto-commit on; the caller closes it. */
    Connection session(String database) {
        return new PgDatabase(url.beside(database), driver, true).session();
    }

    /** Runs statements, each by itself, through a session in none of these databases. */
    void beside(Set<String> these, String... statements) throws SQLException {
        try (Connection session = sessionBeside(these)) {
            for (String statement : statements) {
                Jdbc.execute(session, statement);
            }
        }
    }

    /** Gives one of our databases another name. */
    void rename(String database, String name) throws SQLException {
        beside(
                new LinkedHashSet<>(Arrays.asList(database, name)),
                "ALTER DATABASE " + ObjectName.quote(database) + " RENAME TO " + ObjectName.quote(name));
    }

    /** Drops one of our databases, if it is there. */
    void drop(String database) throws SQLException {
        Set<String> that = new LinkedHashSet<>(Arrays.asList(database));
        beside(that, "DROP DATABASE IF EXISTS " + ObjectName.quote(database));
    }

    /** A session in a database that every server has, or in one that is left of ours; the caller closes it. */
    Connection sessionBeside(Set<String> these) {
        DbCopyException failure = null;
        for (String candidate : Arrays.asList("postgres", "template1", staging(), empty, clone)) {
            if (!these.contains(candidate)) {
                try {
                    return session(candidate);
                } catch (DbCopyException e) {
                    failure = failure == null ? e : failure;
                }
            }
        }
        throw failure == null ? new IllegalArgumentException("no database is left") : failure;
    }
}
