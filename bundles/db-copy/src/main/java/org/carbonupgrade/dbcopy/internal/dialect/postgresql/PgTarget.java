package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** A PostgreSQL database to be written, by one process at a time. */
final class PgTarget extends PgDatabase {

    private final PgWriters writers = new PgWriters(this);

    /** Ends what a process that died has left at work. */
    PgTarget(DatabaseSpec spec, Driver driver) {
        super(spec, driver, true);
        settle();
    }

    @Override
    public Connection connect() {
        settle();
        return super.connect();
    }

    private void settle() {
        Jdbc.run("lock the database", name(), writers::settle);
    }

    @Override
    void ready(Connection connection) throws SQLException {
        writers.begin(connection);
        super.ready(connection);
    }

    @Override
    public void lost(Connection connection) {
        writers.lost(connection);
    }

    /** All that was committed before is written with it: it is one log. */
    @Override
    public void makeLasting(Connection connection) throws SQLException {
        Jdbc.execute(connection, "SET synchronous_commit = local");
        connection.commit();
    }

    @Override
    public void close() {
        super.close();
        writers.close();
    }
}
