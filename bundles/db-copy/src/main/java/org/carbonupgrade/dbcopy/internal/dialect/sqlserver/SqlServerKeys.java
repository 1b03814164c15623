package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads keys, conditions and indexes. */
final class SqlServerKeys {

    private static final String OF_TABLE =
            " JOIN sys.tables t ON t.object_id = %s" + " JOIN sys.schemas s ON s.schema_id = t.schema_id";

    /** One row a column, a clustered index before the others. */
    private static final String INDEXES = "SELECT s.name AS schema_name, t.name AS table_name, i.name AS index_name,"
            + " i.is_primary_key, i.is_unique_constraint, i.is_unique, i.type_desc, i.filter_definition, i.is_disabled,"
            + " i.ignore_dup_key, k.is_system_named, c.name AS column_name, x.is_descending_key, x.is_included_column"
            + " FROM sys.indexes i" + String.format(OF_TABLE, "i.object_id")
            + " JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id"
            + " JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id"
            + " LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id AND k.unique_index_id = i.index_id"
            + " WHERE i.type IN (1, 2) AND t.is_ms_shipped = 0"
            + " ORDER BY s.name, t.name, i.index_id, x.is_included_column, x.key_ordinal";

    private static final String FOREIGN_KEYS = "SELECT s.name AS schema_name, t.name AS table_name, f.name AS key_name,"
            + " f.is_system_named, f.is_disabled, f.is_not_trusted, f.delete_referential_action_desc,"
            + " f.update_referential_action_desc, o.name AS other_schema, r.name AS other_table,"
            + " c.name AS column_name, d.name AS other_column"
            + " FROM sys.foreign_keys f" + String.format(OF_TABLE, "f.parent_object_id")
            + " JOIN sys.tables r ON r.object_id = f.referenced_object_id"
            + " JOIN sys.schemas o ON o.schema_id = r.schema_id"
            + " JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id"
            + " JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id"
            + " JOIN sys.columns d ON d.object_id = k.referenced_object_id AND d.column_id = k.referenced_column_id"
            + " ORDER BY s.name, t.name, f.object_id, k.constraint_column_id";
    private static final String CHECKS = "SELECT s.name AS schema_name, t.name AS table_name, k.name AS key_name,"
            + " k.is_system_named, k.is_disabled, k.is_not_trusted, k.definition FROM sys.check_constraints k"
            + String.format(OF_TABLE, "k.parent_object_id") + " ORDER BY s.name, t.name, k.name";

    private final Connection connection;
    private final Definitions definitions;
    private final Columns columns;
    private final List<String> names = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private Runnable finish = () -> {};
    private Object current;

    SqlServerKeys(Connection connection, Definitions definitions, Columns columns) {
        this.connection = connection;
        this.definitions = definitions;
        this.columns = columns;
    }

    /** A Unicode literal. */
    static String literal(String text) {
        return "N" + SqlText.literal(text);
    }

    void read() throws SQLException {
        Jdbc.each(connection, INDEXES, row -> {
            ObjectName table = table(row);
            String name = row.getString("index_name");
            begin(table.sibling(name), index(row, table, name));
            String column = ObjectName.quote(row.getString("column_name"));
            if (row.getBoolean("is_included_column")) {
                others.add(column);
            } else {
                names.add(column + (row.getBoolean("is_descending_key") ? " DESC" : ""));
            }
        });
        begin(null, () -> {});
        Jdbc.each(connection, FOREIGN_KEYS, row -> {
            ObjectName table = table(row);
            begin(table.sibling(row.getString("key_name")), foreignKey(row, table));
            names.add(ObjectName.quote(row.getString("column_name")));
            others.add(ObjectName.quote(row.getString("other_column")));
        });
        begin(null, () -> {});
        Jdbc.each(connection, CHECKS, row -> {
            add(
                    table(row),
                    row.getBoolean("is_system_named") ? null : row.getString("key_name"),
                    row.getBoolean("is_disabled"),
                    row.getBoolean("is_not_trusted"),
                    Kind.CONSTRAINT,
                    "CHECK " + row.getString("definition"));
        });
    }

    /** The rows of one thing follow each other. */
    private void begin(Object thing, Runnable whenAllColumnsAreThere) {
        if (thing == null || !thing.equals(current)) {
            finish.run();
            names.clear();
            others.clear();
            current = thing;
            finish = whenAllColumnsAreThere;
        }
    }

    private Runnable index(ResultSet row, ObjectName table, String name) throws SQLException {
        String schema = row.getString("schema_name");
        String order = row.getString("type_desc");
        String filter = row.getString("filter_definition");
        boolean primary = row.getBoolean("is_primary_key");
        boolean key = primary || row.getBoolean("is_unique_constraint");
        boolean systemNamed = row.getBoolean("is_system_named");
        boolean lenient = row.getBoolean("ignore_dup_key");
        String unique = row.getBoolean("is_unique") ? "UNIQUE " : "";
        if (row.getBoolean("is_disabled")) {
            return () -> definitions.notCarried("index " + name + " of table " + table + ": it is disabled");
        }
        return () -> {
            String list = " (" + String.join(", ", names) + ")";
            String with = lenient ? " WITH (IGNORE_DUP_KEY = ON)" : "";
            if (key) {
                String clause = (primary ? "PRIMARY KEY " : "UNIQUE ") + order + list + with;
                if (primary) {
                    columns.key(table, unquoted(names));
                }
                definitions.constraint(
                        primary ? Kind.PRIMARY_KEY : Kind.CONSTRAINT,
                        table,
                        systemNamed ? null : name,
                        "ADD",
                        clause,
                        "");
                return;
            }
            String included = others.isEmpty() ? "" : " INCLUDE (" + String.join(", ", others) + ")";
            String head = "CREATE " + unique + order + " INDEX ";
            String rest = "ON " + table.sql() + list + included + (filter == null ? "" : " WHERE " + filter) + with;
            definitions.afterRows(
                    Kind.INDEX,
                    ObjectName.of(schema, table.last(), name), // a name is taken once a table
                    table,
                    head + ObjectName.quote(name) + " " + rest,
                    head + rest);
        };
    }

    private Runnable foreignKey(ResultSet row, ObjectName table) throws SQLException {
        ObjectName other = ObjectName.of(row.getString("other_schema"), row.getString("other_table"));
        String actions = action("DELETE", row.getString("delete_referential_action_desc"))
                + action("UPDATE", row.getString("update_referential_action_desc"));
        String name = row.getString("key_name");
        boolean systemNamed = row.getBoolean("is_system_named");
        boolean disabled = row.getBoolean("is_disabled");
        boolean unchecked = row.getBoolean("is_not_trusted");
        return () -> {
            String clause = "FOREIGN KEY (" + String.join(", ", names) + ") REFERENCES " + other.sql() + " ("
                    + String.join(", ", others) + ")" + actions;
            add(table, systemNamed ? null : name, disabled, unchecked, Kind.FOREIGN_KEY, clause);
        };
    }

    private void add(ObjectName table, String name, boolean disabled, boolean unchecked, Kind kind, String clause) {
        definitions.constraint(kind, table, name, (unchecked ? "WITH NOCHECK " : "") + "ADD", clause, "");
        if (disabled && name != null) {
            definitions.afterRows(
                    Kind.SETTING,
                    ObjectName.described("state of constraint " + name),
                    table,
                    "ALTER TABLE " + table.sql() + " NOCHECK CONSTRAINT " + ObjectName.quote(name));
        } else if (disabled) {
            definitions.notCarried("that a condition of table " + table + " is disabled: " + clause);
        }
    }

    private static ObjectName table(ResultSet row) throws SQLException {
        return ObjectName.of(row.getString("schema_name"), row.getString("table_name"));
    }

    private static String action(String event, String action) {
        return action == null || action.equals("NO_ACTION")
                ? ""
                : " ON " + event + " " + action.replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static List<String> unquoted(List<String> quoted) {
        List<String> plain = new ArrayList<>();
        quoted.forEach(name -> plain.add(
                name.replaceFirst(" DESC$", "").replaceAll("^\"|\"$", "").replace("\"\"", "\"")));
        return plain;
    }
}
