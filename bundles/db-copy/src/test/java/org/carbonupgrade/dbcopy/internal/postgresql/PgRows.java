package org.carbonupgrade.dbcopy.internal.postgresql;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DatabaseSpec;

/** A database of one large table in many parts, a bare one and many small ones, for copies that are disturbed. */
final class PgRows {

    /** Bytes of a chunk, so few that the large table has many parts. */
    static final long CHUNK = 2048;

    private static final int LARGE = 12_000;
    private static final int SMALL = 20;

    /** Of all tables together. */
    static final int ROWS = LARGE + SMALL * 3 + 100;

    static final int IN_LARGE = LARGE;

    /** Runs statements on a database. */
    @FunctionalInterface
    interface Sql {
        void run(DatabaseSpec database, String... statements) throws SQLException;
    }

    private PgRows() {}

    static void fill(Sql sql, DatabaseSpec database) throws SQLException {
        sql.run(
                database,
                "CREATE TABLE large (id serial PRIMARY KEY, v text, b bytea, parent integer REFERENCES large)",
                "INSERT INTO large(v, b, parent) SELECT 'größe ' || i, decode(repeat(md5(i::text), 1 + i % 9), 'hex'),"
                        + " 1 + i / 2 FROM generate_series(1, " + LARGE + ") i",
                "INSERT INTO large(id, v) VALUES (0, 'x')",
                "DELETE FROM large WHERE id = 0",
                "CREATE INDEX large_v ON large (v)",
                "CREATE TABLE bare (v text)",
                "INSERT INTO bare SELECT 'row ' || i % 10 FROM generate_series(1, 100) i");
        for (int i = 0; i < SMALL; i++) {
            sql.run(
                    database,
                    "CREATE TABLE small_" + i + " (id integer PRIMARY KEY)",
                    "INSERT INTO small_" + i + " VALUES (1), (2), (3)");
        }
    }

    /** Makes a staging database empty again. */
    static void startAnew(PgServer server, DatabaseSpec staging) throws SQLException {
        server.execute(
                PgServer.ADMIN,
                "postgres",
                "DROP DATABASE " + staging.name() + " WITH (FORCE)",
                "CREATE DATABASE " + staging.name() + " OWNER " + PgServer.USER);
    }
}
