package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads what is beside the tables: schemas, sequences, code and comments; names what can't be carried. */
final class SqlServerCode {

    private static final int SINCE_SEQUENCES = 11;

    private static final String SCHEMAS =
            "SELECT s.name FROM sys.schemas s WHERE s.schema_id > 4 AND s.schema_id < 16384"
                    + " AND s.name <> SCHEMA_NAME() ORDER BY s.name";
    private static final String SEQUENCES =
            "SELECT s.name AS schema_name, q.name AS sequence_name, y.name AS type_name,"
                    + " CAST(q.start_value AS VARCHAR(40)) AS start_value, CAST(q.increment AS VARCHAR(40)) AS increment,"
                    + " CAST(q.minimum_value AS VARCHAR(40)) AS minimum_value,"
                    + " CAST(q.maximum_value AS VARCHAR(40)) AS maximum_value,"
                    + " CAST(q.current_value AS VARCHAR(40)) AS current_value, q.is_cycling, q.is_cached, q.cache_size"
                    + " FROM sys.sequences q JOIN sys.schemas s ON s.schema_id = q.schema_id"
                    + " JOIN sys.types y ON y.user_type_id = q.user_type_id ORDER BY s.name, q.name";
    private static final String MODULES = "SELECT s.name AS schema_name, o.name AS object_name, o.type,"
            + " p.name AS table_name, m.definition, m.uses_quoted_identifier, m.uses_ansi_nulls, r.is_disabled"
            + " FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id"
            + " LEFT JOIN sys.sql_modules m ON m.object_id = o.object_id"
            + " LEFT JOIN sys.objects p ON p.object_id = o.parent_object_id"
            + " LEFT JOIN sys.triggers r ON r.object_id = o.object_id"
            + " WHERE o.type IN ('V', 'P', 'FN', 'IF', 'TF', 'TR') AND o.is_ms_shipped = 0"
            + " ORDER BY o.create_date, o.object_id";
    private static final String COMMENTS = "SELECT s.name AS schema_name, t.name AS table_name, c.name AS column_name,"
            + " CAST(e.value AS NVARCHAR(4000)) AS comment_text FROM sys.extended_properties e"
            + " JOIN sys.tables t ON t.object_id = e.major_id JOIN sys.schemas s ON s.schema_id = t.schema_id"
            + " LEFT JOIN sys.columns c ON c.object_id = e.major_id AND c.column_id = e.minor_id"
            + " WHERE e.class = 1 AND e.name = 'MS_Description' ORDER BY s.name, t.name, e.minor_id";
    private static final String OTHER_OBJECTS = "SELECT o.type_desc, s.name, o.name FROM sys.objects o"
            + " JOIN sys.schemas s ON s.schema_id = o.schema_id WHERE o.is_ms_shipped = 0 AND o.type IN"
            + " ('SN', 'AF', 'FS', 'FT', 'PC', 'TA', 'X', 'RF', 'SQ', 'R', 'ET') ORDER BY o.type_desc, s.name, o.name";
    private static final String OTHER_INDEXES = "SELECT i.type_desc, t.name, i.name FROM sys.indexes i"
            + " JOIN sys.tables t ON t.object_id = i.object_id WHERE i.type > 2 ORDER BY i.type_desc, t.name, i.name";
    private static final String ELSEWHERE = "SELECT o.name, d.referenced_database_name FROM"
            + " sys.sql_expression_dependencies d JOIN sys.objects o ON o.object_id = d.referencing_id"
            + " WHERE d.referenced_database_name IS NOT NULL ORDER BY o.name";
    private static final String RIGHTS = "SELECT u.name, p.permission_name, o.name FROM sys.database_permissions p"
            + " JOIN sys.database_principals u ON u.principal_id = p.grantee_principal_id"
            + " JOIN sys.objects o ON o.object_id = p.major_id"
            + " WHERE p.class = 1 AND o.is_ms_shipped = 0 ORDER BY u.name, o.name, p.permission_name";

    private final Connection connection;
    private final Definitions definitions;

    SqlServerCode(Connection connection, Definitions definitions) {
        this.connection = connection;
        this.definitions = definitions;
    }

    void schemas() throws SQLException {
        Jdbc.each(connection, SCHEMAS, row -> {
            ObjectName name = ObjectName.of(row.getString(1));
            definitions.beforeRows(Kind.SCHEMA, name, ObjectName.NONE, "CREATE SCHEMA " + name.sql());
        });
    }

    /** Whether the present value was given away can't be told of the first: one number may be left out. */
    void sequences() throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < SINCE_SEQUENCES) {
            return;
        }
        Jdbc.each(connection, SEQUENCES, row -> {
            ObjectName name = ObjectName.of(row.getString("schema_name"), row.getString("sequence_name"));
            definitions.beforeRows(Kind.SEQUENCE, name, ObjectName.NONE, sequence(row, name));
            BigDecimal next =
                    new BigDecimal(row.getString("current_value")).add(new BigDecimal(row.getString("increment")));
            definitions.afterRows(
                    Kind.OPTION,
                    ObjectName.described("position of sequence " + name),
                    ObjectName.NONE,
                    "ALTER SEQUENCE " + name.sql() + " RESTART WITH " + next.toPlainString());
        });
    }

    private static String sequence(ResultSet row, ObjectName name) throws SQLException {
        int size = row.getInt("cache_size");
        return "CREATE SEQUENCE " + name.sql() + " AS " + row.getString("type_name") + " START WITH "
                + row.getString("start_value") + " INCREMENT BY " + row.getString("increment") + " MINVALUE "
                + row.getString("minimum_value") + " MAXVALUE " + row.getString("maximum_value")
                + (row.getBoolean("is_cycling") ? " CYCLE" : " NO CYCLE")
                + (row.getBoolean("is_cached") ? " CACHE" + (size == 0 ? "" : " " + size) : " NO CACHE");
    }

    void modules() throws SQLException {
        Jdbc.each(connection, MODULES, row -> {
            ObjectName name = ObjectName.of(row.getString("schema_name"), row.getString("object_name"));
            String type = row.getString("type").trim();
            Kind kind = type.equals("V")
                    ? Kind.VIEW
                    : type.equals("P") ? Kind.PROCEDURE : type.equals("TR") ? Kind.TRIGGER : Kind.FUNCTION;
            String text = row.getString("definition");
            String table = row.getString("table_name");
            ObjectName on = kind == Kind.TRIGGER && table != null ? name.sibling(table) : ObjectName.NONE;
            if (text == null) {
                definitions.notCarried(kind.label() + " " + name + ": its text is encrypted, or hidden from the user");
            } else if (!text.toUpperCase(Locale.ROOT).contains(name.last().toUpperCase(Locale.ROOT))) {
                definitions.notCarried(kind.label() + " " + name + ": it was renamed, its text has another name");
            } else {
                definitions.afterRows(kind, name, on, text.trim());
                if (!row.getBoolean("uses_quoted_identifier") || !row.getBoolean("uses_ansi_nulls")) {
                    definitions.notCarried("that " + kind.label() + " " + name
                            + " was made with QUOTED_IDENTIFIER or ANSI_NULLS off: both are on in the copy");
                }
            }
            if (text != null && row.getBoolean("is_disabled")) {
                definitions.afterRows(
                        Kind.SETTING,
                        ObjectName.described("state of trigger " + name),
                        on,
                        "DISABLE TRIGGER " + name.sql() + " ON " + on.sql());
            }
        });
    }

    void comments() throws SQLException {
        Jdbc.each(connection, COMMENTS, row -> {
            ObjectName table = ObjectName.of(row.getString("schema_name"), row.getString("table_name"));
            String column = row.getString("column_name");
            ObjectName on = column == null ? table : ObjectName.of(row.getString("schema_name"), table.last(), column);
            definitions.afterRows(
                    Kind.COMMENT,
                    on,
                    table,
                    "EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = "
                            + SqlServerKeys.literal(row.getString("comment_text"))
                            + ", @level0type = N'SCHEMA', @level0name = "
                            + SqlServerKeys.literal(row.getString("schema_name"))
                            + ", @level1type = N'TABLE', @level1name = " + SqlServerKeys.literal(table.last())
                            + (column == null
                                    ? ""
                                    : ", @level2type = N'COLUMN', @level2name = " + SqlServerKeys.literal(column)));
        });
    }

    void leftOut() throws SQLException {
        Jdbc.each(
                connection,
                OTHER_OBJECTS,
                row -> definitions.notCarried(
                        row.getString(1).toLowerCase(Locale.ROOT).replace('_', ' ') + " " + row.getString(2) + "."
                                + row.getString(3)));
        Jdbc.each(
                connection,
                OTHER_INDEXES,
                row -> definitions.notCarried("index " + row.getString(3) + " of table " + row.getString(2)
                        + ": it is of the type " + row.getString(1)));
        Jdbc.each(
                connection,
                ELSEWHERE,
                row -> definitions.notCarried("that " + row.getString(1) + " speaks of the database " + row.getString(2)
                        + ": it still does in the copy"));
        Jdbc.each(
                connection,
                RIGHTS,
                row -> definitions.notCarried(
                        "right of " + row.getString(1) + ": " + row.getString(2) + " on " + row.getString(3)));
    }
}
