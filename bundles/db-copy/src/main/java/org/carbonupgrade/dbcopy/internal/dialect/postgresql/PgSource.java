package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.SnapshotLost;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * A PostgreSQL database to be read: all its connections see the state of the moment in which it was opened. One connection keeps that
 * snapshot, the others take it over.
 */
final class PgSource extends PgDatabase {

    /**
     * What of the content can be told without reading it. A table's file changes with whatever rewrites the table, its counters
     * with every row; the server resets the counters when it was not shut down in good order, and what was copied is copied
     * again then. A server process reports what it did at the end of a transaction, ten seconds later at most, or when its client
     * leaves: which the old Carbon server has done before anything is copied for good.
     */
    private static final String FINGERPRINT = "SELECT md5(coalesce(string_agg(concat_ws(',', c.oid, c.relfilenode,"
            + " s.n_tup_ins, s.n_tup_upd, s.n_tup_del), ';' ORDER BY c.oid), '')"
            + " || (SELECT concat_ws(',', d.datid, d.stats_reset) FROM pg_catalog.pg_stat_database d"
            + " WHERE d.datname = pg_catalog.current_database()))"
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = c.oid"
            + " WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND " + PgCatalog.OURS;

    private static final int PING_SECONDS = 10;

    private final Object asking = new Object();
    private final Connection keeper;
    private final String snapshot;
    private final String fingerprint;

    PgSource(DatabaseSpec spec, Driver driver) {
        super(spec, driver, false);
        keeper = session();
        String[] found = Jdbc.call("take a snapshot", name(), () -> {
            // The counters before the snapshot: a change in between makes a copy that is done again, not one that is
            // wrong.
            String counters = fingerprint(new PgCatalog(keeper));
            begin(keeper);
            return new String[] {counters, new PgCatalog(keeper).value("SELECT pg_catalog.pg_export_snapshot()")};
        });
        fingerprint = found[0];
        snapshot = found[1];
    }

    /** What of the content can be told without reading it. */
    static String fingerprint(PgCatalog catalog) throws SQLException {
        return catalog.value(FINGERPRINT);
    }

    @Override
    public Connection connect() {
        return Jdbc.call("open the database", name(), () -> {
            Connection connection = super.connect();
            try {
                Jdbc.execute(connection, "SET TRANSACTION SNAPSHOT " + PgCatalog.literal(snapshot));
                return connection;
            } catch (SQLException e) {
                Jdbc.close(connection);
                if (isKept()) {
                    throw e;
                }
                throw new SnapshotLost(name());
            }
        });
    }

    /** One worker at a time: two who ask the driver about one connection at once can make it wait for ever. */
    private boolean isKept() throws SQLException {
        synchronized (asking) {
            return keeper.isValid(PING_SECONDS);
        }
    }

    @Override
    void ready(Connection connection) throws SQLException {
        begin(connection);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {
        super.close();
        Jdbc.close(keeper);
    }

    private static void begin(Connection connection) throws SQLException {
        Jdbc.execute(
                connection, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        connection.setAutoCommit(false);
    }
}
