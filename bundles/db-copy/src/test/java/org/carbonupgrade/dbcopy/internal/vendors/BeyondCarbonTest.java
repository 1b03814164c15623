package org.carbonupgrade.dbcopy.internal.vendors;

import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.rows.TableSql;

/** What customers add to a Carbon schema, in the form in which a vendor documents it. */
public abstract class BeyondCarbonTest {

    /** How the rows of the only table are read. */
    static String rows(Schema schema) {
        return new TableSql(schema.tables().get(0).withoutKey()).row();
    }

    static List<String> made(Dialect dialect, FakeServer server) throws Exception {
        return schema(dialect, server).objects().stream()
                .map(SchemaObject::definition)
                .collect(Collectors.toList());
    }

    static Schema schema(Dialect dialect, FakeServer server) throws Exception {
        try (Connection connection = server.connect()) {
            return dialect.schema(connection);
        }
    }
}
