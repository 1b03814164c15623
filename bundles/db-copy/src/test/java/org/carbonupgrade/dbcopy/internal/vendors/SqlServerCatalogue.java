package org.carbonupgrade.dbcopy.internal.vendors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Column;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Index;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Key;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Table;

/** The catalogue that SQL Server documents, filled as it would be. */
final class SqlServerCatalogue {

    /** What every identity column gave last. */
    static final int LAST = 56;

    private static final Map<String, Integer> TYPES = new HashMap<>();

    static {
        TYPES.put("int", 56);
        TYPES.put("varchar", 167);
        TYPES.put("datetime", 61);
        TYPES.put("varbinary", 165);
        TYPES.put("smallint", 52);
        TYPES.put("bit", 104);
    }

    private final FakeServer source;
    private final Map<String, Integer> ids = new HashMap<>();
    private int number = 1000;

    SqlServerCatalogue(FakeServer source) {
        this.source = source;
    }

    /** Puts into the catalogue what a create script makes. */
    void record(ParsedSchema made) throws Exception {
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            ids.put(each.getKey(), ++number);
            source.row("SYS.TABLES", "name", each.getKey(), "object_id", number);
            columns(ids.get(each.getKey()), each.getValue());
        }
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            int id = ids.get(each.getKey());
            int index = 1;
            for (Key key : each.getValue().keys) {
                String name = key.name == null ? "GEN__" + ++number : key.name;
                if (key.other != null) {
                    foreignKey(id, name, key, made);
                    continue;
                }
                boolean primary = key.kind.startsWith("PRIMARY");
                int indexId = primary ? 1 : ++index;
                source.row(
                        "SYS.KEY_CONSTRAINTS",
                        "name",
                        name,
                        "parent_object_id",
                        id,
                        "unique_index_id",
                        indexId,
                        "is_system_named",
                        key.name == null);
                index(id, name, indexId, columnIds(each.getValue(), key.columns), true, primary, !primary);
            }
            for (Index other : made.indexes) {
                if (other.table.equals(each.getKey())) {
                    index(
                            id,
                            other.name,
                            ++index,
                            columnIds(each.getValue(), other.columns),
                            other.unique,
                            false,
                            false);
                }
            }
        }
    }

    private void columns(int table, Table parsed) throws Exception {
        int columnId = 0;
        for (Map.Entry<String, Column> each : parsed.columns.entrySet()) {
            Column column = each.getValue();
            String type = column.type
                    .replaceFirst("\\(.*", "")
                    .replace("INTEGER", "INT")
                    .toLowerCase(Locale.ROOT);
            String size = column.type.replaceFirst("^\\w+", "").replaceAll("[^\\dA-Z]", "");
            int typeId = TYPES.get(type);
            int value = column.value == null ? 0 : ++number;
            source.row(
                    "SYS.COLUMNS",
                    "object_id",
                    table,
                    "name",
                    each.getKey(),
                    "column_id",
                    ++columnId,
                    "system_type_id",
                    typeId,
                    "user_type_id",
                    typeId,
                    "max_length",
                    size.equals("MAX") ? -1 : size.isEmpty() ? 4 : Integer.parseInt(size),
                    "collation_name",
                    type.equals("varchar") ? "Latin1_General_CI_AS" : null,
                    "is_nullable",
                    !(column.notNull
                            || column.identity != null
                            || parsed.primaryKey().contains(each.getKey())),
                    "default_object_id",
                    value);
            if (column.value != null) {
                source.row(
                        "SYS.DEFAULT_CONSTRAINTS",
                        "name",
                        "DF__" + value,
                        "object_id",
                        value,
                        "definition",
                        "((" + column.value + "))");
            }
            if (column.identity != null) {
                source.row(
                        "SYS.IDENTITY_COLUMNS",
                        "object_id",
                        table,
                        "column_id",
                        columnId,
                        "seed_value",
                        1,
                        "increment_value",
                        1,
                        "last_value",
                        LAST);
            }
        }
    }

    private void index(
            int table,
            String name,
            int indexId,
            List<Integer> columns,
            boolean unique,
            boolean primary,
            boolean constraint)
            throws Exception {
        source.row(
                "SYS.INDEXES",
                "object_id",
                table,
                "name",
                name,
                "index_id",
                indexId,
                "type",
                primary ? 1 : 2,
                "type_desc",
                primary ? "CLUSTERED" : "NONCLUSTERED",
                "is_unique",
                unique,
                "is_primary_key",
                primary,
                "is_unique_constraint",
                constraint);
        int ordinal = 0;
        for (int column : columns) {
            source.row(
                    "SYS.INDEX_COLUMNS",
                    "object_id",
                    table,
                    "index_id",
                    indexId,
                    "column_id",
                    column,
                    "key_ordinal",
                    ++ordinal);
        }
    }

    private void foreignKey(int table, String name, Key key, ParsedSchema made) throws Exception {
        int id = ++number;
        int other = ids.get(key.other);
        source.row(
                "SYS.FOREIGN_KEYS",
                "name",
                name,
                "object_id",
                id,
                "parent_object_id",
                table,
                "referenced_object_id",
                other,
                "is_system_named",
                key.name == null,
                "delete_referential_action_desc",
                key.action.isEmpty() ? "NO_ACTION" : "CASCADE");
        String mine = ids.entrySet().stream()
                .filter(each -> each.getValue() == table)
                .findFirst()
                .get()
                .getKey();
        List<Integer> own = columnIds(made.tables.get(mine), key.columns);
        List<Integer> others = columnIds(made.tables.get(key.other), key.otherColumns);
        for (int i = 0; i < own.size(); i++) {
            source.row(
                    "SYS.FOREIGN_KEY_COLUMNS",
                    "constraint_object_id",
                    id,
                    "constraint_column_id",
                    i + 1,
                    "parent_object_id",
                    table,
                    "parent_column_id",
                    own.get(i),
                    "referenced_object_id",
                    other,
                    "referenced_column_id",
                    others.get(i));
        }
    }

    private static List<Integer> columnIds(Table table, List<String> columns) {
        List<String> all = new ArrayList<>(table.columns.keySet());
        List<Integer> found = new ArrayList<>();
        columns.forEach(column -> found.add(all.indexOf(column) + 1));
        return found;
    }
}
