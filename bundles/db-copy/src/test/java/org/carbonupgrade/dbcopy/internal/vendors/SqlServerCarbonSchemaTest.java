package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Column;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Index;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Key;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Table;
import org.junit.Test;

/** SQL Server fills ids by identity columns. */
public class SqlServerCarbonSchemaTest extends VendorTest {

    private static final int LAST = 56;
    private static final Map<String, Integer> TYPES = new HashMap<>();

    static {
        TYPES.put("int", 56);
        TYPES.put("varchar", 167);
        TYPES.put("datetime", 61);
        TYPES.put("varbinary", 165);
        TYPES.put("smallint", 52);
        TYPES.put("bit", 104);
    }

    private static int servers;

    private final Map<String, Integer> ids = new HashMap<>();
    private int number = 1000;

    @Override
    FakeServer server() throws Exception {
        return sqlServer();
    }

    static FakeServer sqlServer() throws Exception {
        return new FakeServer("sqlserver", 15, "FROM sys\\.|SCHEMA_NAME|SERVERPROPERTY|DATABASEPROPERTYEX")
                .with(
                        "CAST(SERVERPROPERTY('ServerName') AS NVARCHAR(256)) + '/' + DB_NAME()",
                        "'server" + servers++ + "'")
                .with("CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))", "'Latin1_General_CI_AS'")
                .with("'ALTER on schema ' + SCHEMA_NAME()", "'ALTER'")
                .with("HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', p.permission_name)", "1")
                .with("HAS_PERMS_BY_NAME(SCHEMA_NAME(), 'SCHEMA', 'ALTER')", "1")
                .with("DB_NAME()", "'carbon'")
                .with("SCHEMA_NAME()", "'dbo'");
    }

    @Override
    String scriptName() {
        return "mssql";
    }

    @Override
    ScriptRunner scripts() {
        return new ScriptRunner(";");
    }

    @Override
    String url(String place) {
        return "jdbc:sqlserver://" + place + ":1433;databaseName=carbon;";
    }

    @Override
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

    /** INTEGER is a word for int; a column with an identity is never null. */
    @Override
    void normalise(ParsedSchema made) {
        made.tables.values().forEach(table -> table.columns.values().forEach(column -> {
            column.type = column.type.replaceFirst("^INTEGER$", "INT");
            column.notNull |= column.identity != null;
        }));
    }

    @Test
    public void opensIdentityColumnsForGivenValuesBeforeTheRowsCome() {
        int open = given.indexOf("IF OBJECTPROPERTY(OBJECT_ID(N'\"dbo\".\"UM_USER\"'), 'TableHasIdentity') = 1"
                + " SET IDENTITY_INSERT \"dbo\".\"UM_USER\" ON");

        assertTrue(0 <= open && open < first("INSERT INTO \"dbo\".\"UM_USER\"\\("));
    }

    @Test
    public void goesOnWithTheNumbersThatTheIdentitiesHaveNotGivenYet() {
        assertTrue(
                given.toString(),
                given.contains("DBCC CHECKIDENT (N'\"dbo\".\"UM_USER\"', RESEED, " + (LAST + 1) + ")"));
    }

    @Test
    public void readsASnapshotWhereTheDatabaseAllowsIt() throws Exception {
        assertTrue(source.statements().contains("SET TRANSACTION ISOLATION LEVEL SNAPSHOT"));

        source.sql("UPDATE SYS.DATABASES SET snapshot_isolation_state = 0");
        target = server();
        assertTrue(copy(1).strategy().contains("exact only if nobody writes meanwhile"));
        assertEquals(
                1,
                source.statements().stream()
                        .filter(each -> each.endsWith("LEVEL SNAPSHOT"))
                        .count());
    }
}
