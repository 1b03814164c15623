package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.Connection;
import java.sql.Driver;
import java.util.UUID;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * An empty schema in a transaction that is never committed: nobody else ever sees it. Unqualified names, those in a script's
 * {@code DROP TABLE} too, lead to nothing but this schema.
 */
final class PgScratch extends PgDatabase {

    /** Begins the name of a scratch schema; its comment says which schema it stands for. */
    static final String PREFIX = "carbon_upgrade_scratch_";

    PgScratch(DatabaseSpec spec, Driver driver) {
        super(spec, driver, true);
    }

    @Override
    public Connection connect() {
        Connection connection = super.connect();
        Jdbc.run("make a scratch schema", name(), () -> {
            String home = new PgCatalog(connection).value(PgCatalog.HOME);
            String schema = PREFIX + UUID.randomUUID().toString().replace("-", "");
            Jdbc.execute(connection, "CREATE SCHEMA " + schema);
            Jdbc.execute(connection, "COMMENT ON SCHEMA " + schema + " IS " + PgCatalog.literal(home));
            Jdbc.execute(connection, "SET LOCAL search_path = " + schema);
        });
        return connection;
    }
}
