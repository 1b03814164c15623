package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.util.Collections;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.Lent;

/** A database to be read: one state of it where the server can show one, through sessions that hand on nothing but queries. */
final class SourceDatabase implements OpenDatabase {

    private final Connector connector;
    private final CatalogueDialect dialect;
    private final Reading reading;
    private final Connection shared;

    SourceDatabase(Connector connector, CatalogueDialect dialect) {
        this.connector = connector;
        this.dialect = dialect;
        this.reading = Jdbc.call("read the server's settings", connector.name(), () -> {
            try (Connection connection = connector.toRead(Collections.emptyList())) {
                return connector.words().reading(connection);
            }
        });
        this.shared = reading.shared() ? connector.toRead(reading.begin()) : null;
    }

    @Override
    public Connection connect() {
        return shared == null ? connector.toRead(reading.begin()) : Lent.out(shared, theTransactionGoesOn -> {});
    }

    @Override
    public String name() {
        return connector.name();
    }

    @Override
    public long bytes() {
        return Sizes.of(this, connector.words());
    }

    /** Of everything that is there: no server has a sign of change that is cheap, never forgotten and open to every user. */
    @Override
    public String fingerprint() {
        return Jdbc.call("read the content's fingerprint", name(), () -> {
            try (Connection connection = connect()) {
                return Content.fingerprint(dialect.schema(connection), connection, dialect.binder());
            }
        });
    }

    @Override
    public int readers() {
        return shared == null ? Integer.MAX_VALUE : 1;
    }

    @Override
    public String remark() {
        return reading.remark();
    }

    @Override
    public void close() {
        if (shared != null) {
            Jdbc.run("close the database", name(), shared::close);
        }
    }
}
