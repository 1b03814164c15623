package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;

/** Reads the schema of an H2 database: its own script for the objects, its catalogue for the columns of the tables. */
final class H2SchemaReader {

    private final Connection connection;

    H2SchemaReader(Connection connection) {
        this.connection = connection;
    }

    Schema read() throws SQLException {
        H2Script script = new H2Script(Jdbc.column(connection, "SCRIPT NODATA"));
        Set<ObjectName> names = script.objects().stream()
                .filter(object -> object.kind() == SchemaObject.Kind.TABLE)
                .map(SchemaObject::name)
                .collect(Collectors.toSet());
        return new Schema(
                Jdbc.column(connection, "CALL SCHEMA()").get(0),
                script.objects(),
                new H2Tables(connection).read(names),
                script.notCarried());
    }
}
