package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.dialect.TableReader;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads the schema of an H2 database: its own script for the objects, JDBC metadata for the columns of the tables. */
final class H2SchemaReader {

    private final Connection connection;

    H2SchemaReader(Connection connection) {
        this.connection = connection;
    }

    Schema read() throws SQLException {
        H2Script script = new H2Script(firstColumn("SCRIPT NODATA"));
        Set<String> names = script.objects().stream()
                .filter(object -> object.kind() == SchemaObject.Kind.TABLE)
                .map(SchemaObject::name)
                .collect(Collectors.toSet());
        Set<String> computed = computedColumns();
        List<Table> tables = new TableReader(connection)
                .read(
                        names,
                        (table, row) -> computed.contains(table + "." + row.getString("COLUMN_NAME"))
                                ? null
                                : H2Values.column(row));
        return new Schema(script.objects(), tables, script.notCarried());
    }

    /** Their values can't be set: H2 computes them again. */
    private Set<String> computedColumns() throws SQLException {
        return new HashSet<>(firstColumn("SELECT TABLE_SCHEMA || '.' || TABLE_NAME || '.' || COLUMN_NAME"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE IS_COMPUTED"));
    }

    private List<String> firstColumn(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
