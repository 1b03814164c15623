package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads a database from the catalogue views of the schema {@code sys}. */
final class SqlServerSchemaReader {

    private static final String TABLES = "SELECT s.name AS schema_name, t.name AS table_name FROM sys.tables t"
            + " JOIN sys.schemas s ON s.schema_id = t.schema_id WHERE t.is_ms_shipped = 0 ORDER BY s.name, t.name";
    private static final String COLUMNS = "SELECT s.name AS schema_name, t.name AS table_name, c.name AS column_name,"
            + " CASE WHEN y.is_user_defined = 1 THEN b.name ELSE y.name END AS type_name, y.name AS own_type,"
            + " y.is_user_defined, c.max_length, c.precision, c.scale, c.collation_name, c.is_nullable, c.is_rowguidcol,"
            + " d.name AS default_name, d.is_system_named, d.definition AS default_definition,"
            + " k.definition AS computed, k.is_persisted, CAST(i.seed_value AS VARCHAR(40)) AS seed_value,"
            + " CAST(i.increment_value AS VARCHAR(40)) AS increment_value,"
            + " CAST(i.last_value AS VARCHAR(40)) AS last_value"
            + " FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id"
            + " JOIN sys.schemas s ON s.schema_id = t.schema_id"
            + " JOIN sys.types y ON y.user_type_id = c.user_type_id"
            + " LEFT JOIN sys.types b ON b.user_type_id = c.system_type_id"
            + " LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id"
            + " LEFT JOIN sys.computed_columns k ON k.object_id = c.object_id AND k.column_id = c.column_id"
            + " LEFT JOIN sys.identity_columns i ON i.object_id = c.object_id AND i.column_id = c.column_id"
            + " WHERE t.is_ms_shipped = 0 ORDER BY s.name, t.name, c.column_id";

    private final Connection connection;
    private final Definitions definitions = new Definitions();
    private final Columns columns = new Columns();
    private final Map<ObjectName, BigDecimal[]> positions = new LinkedHashMap<>();

    SqlServerSchemaReader(Connection connection) {
        this.connection = connection;
    }

    Schema read() throws SQLException {
        SqlServerCode code = new SqlServerCode(connection, definitions);
        code.schemas();
        code.sequences();
        Jdbc.each(connection, TABLES, row -> columns.table(ObjectName.of(row.getString(1), row.getString(2)), ""));
        Jdbc.each(connection, COLUMNS, this::column);
        columns.addTo(definitions);
        new SqlServerKeys(connection, definitions, columns).read();
        for (Map.Entry<ObjectName, BigDecimal[]> position : positions.entrySet()) {
            position(position.getKey(), position.getValue()[0], position.getValue()[1]);
        }
        code.modules();
        code.comments();
        code.leftOut();
        String home = Jdbc.column(connection, "SELECT SCHEMA_NAME()").get(0);
        return definitions.schema(home, columns.copied(SqlServerTypes.NO_KEY));
    }

    private void column(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("schema_name"), row.getString("table_name"));
        String name = row.getString("column_name");
        String computed = row.getString("computed");
        String nullable = row.getBoolean("is_nullable") ? " NULL" : " NOT NULL";
        if (computed != null) {
            boolean kept = row.getBoolean("is_persisted");
            columns.add(
                    table, name, "AS " + computed + (kept ? " PERSISTED" + nullable.replace(" NULL", "") : ""), null);
            return;
        }
        String type = SqlServerTypes.written(row);
        String collation = row.getString("collation_name");
        String full = type + (collation == null ? "" : " COLLATE " + collation);
        Column copied = SqlServerTypes.copied(table, name, type, collation);
        if (copied == null) {
            definitions.notCarried("values of column " + table + "." + name + ": the server gives its own");
        }
        if (row.getBoolean("is_user_defined")) {
            definitions.notCarried(
                    "type " + row.getString("own_type") + " of column " + table + "." + name + ": it becomes " + type);
        }
        columns.add(
                table,
                name,
                full
                        + identity(row, table)
                        + (row.getBoolean("is_rowguidcol") ? " ROWGUIDCOL" : "")
                        + value(row)
                        + nullable,
                copied == null ? null : copied.withType(full + (nullable.equals(" NULL") ? "" : nullable)));
    }

    private String identity(ResultSet row, ObjectName table) throws SQLException {
        String seed = row.getString("seed_value");
        if (seed == null) {
            return "";
        }
        String increment = row.getString("increment_value");
        if (row.getString("last_value") != null) {
            positions.put(
                    table, new BigDecimal[] {new BigDecimal(row.getString("last_value")), new BigDecimal(increment)});
        }
        return " IDENTITY(" + seed + "," + increment + ")";
    }

    private static String value(ResultSet row) throws SQLException {
        String definition = row.getString("default_definition");
        if (definition == null) {
            return "";
        }
        return (row.getBoolean("is_system_named")
                        ? ""
                        : " CONSTRAINT " + ObjectName.quote(row.getString("default_name")))
                + " DEFAULT " + definition;
    }

    /**
     * The next number is one increment behind what the identity is set to but, in a table that never had a row, that very number. In a
     * copy that is so of a table that is empty, whatever the original had once: there the position can't be compared.
     */
    private void position(ObjectName table, BigDecimal last, BigDecimal increment) throws SQLException {
        boolean rows =
                !Jdbc.column(connection, "SELECT TOP 1 1 FROM " + table.sql()).isEmpty();
        definitions.afterRows(
                rows ? Kind.POSITION : Kind.OPTION,
                ObjectName.described("identity of " + table),
                table,
                "DBCC CHECKIDENT (" + SqlServerKeys.literal(table.sql()) + ", RESEED, "
                        + (rows ? last : last.add(increment)).toPlainString() + ")");
    }
}
