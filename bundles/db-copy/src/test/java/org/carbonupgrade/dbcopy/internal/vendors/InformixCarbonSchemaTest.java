package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
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

/** Informix fills ids by columns of the type SERIAL. */
public class InformixCarbonSchemaTest extends VendorTest {

    private static final int NEXT = 57;
    private static final int NOT_NULL = 256;
    private static final Map<String, Integer> TYPES = new HashMap<>();

    static {
        TYPES.put("LVARCHAR", 43);
        TYPES.put("VARCHAR", 13);
        TYPES.put("INTEGER", 2);
        TYPES.put("SMALLINT", 1);
        TYPES.put("SERIAL", 6);
        TYPES.put("BLOB", 41);
        TYPES.put("BOOLEAN", 45);
    }

    private static int servers;

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Key, Integer> keyIds = new HashMap<>();

    @Override
    FakeServer server() throws Exception {
        return informix();
    }

    static FakeServer informix() throws Exception {
        return new FakeServer("informix", 14, "\\bsys[a-z]+")
                .with(
                        "DBINFO('dbhostname') || '/' || DBSERVERNAME || '/' || DBINFO('dbname')",
                        "'ids" + servers++ + "'")
                .with("sysmaster:", "")
                .with("LVARCHAR", "VARCHAR")
                .with(", PRIMARY KEY (MARK, TABLE_NO) CONSTRAINT CARBON_UPGRADE_PK) LOCK MODE ROW", ")");
    }

    @Override
    String scriptName() {
        return "informix";
    }

    @Override
    ScriptRunner scripts() {
        return new ScriptRunner(";");
    }

    /** A comma between two keys may be left out. */
    @Override
    String readable(String statement) {
        return statement.replaceAll("(CONSTRAINT \\w+)\\s+UNIQUE", "$1, UNIQUE");
    }

    @Override
    String url(String place) {
        return "jdbc:informix-sqli://" + place + ":9088/carbon:INFORMIXSERVER=ids_" + place + ";";
    }

    @Override
    void record(ParsedSchema made) throws Exception {
        int number = 100;
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            ids.put(each.getKey(), ++number);
            String name = each.getKey().toLowerCase(Locale.ROOT);
            source.row("systables", "tabid", number, "tabname", name, "partnum", number);
            source.row("sysptnhdr", "partnum", number, "serialv", NEXT);
            columns(number, each.getValue());
        }
        int key = 500;
        for (Table table : made.tables.values()) {
            for (Key each : table.keys) {
                keyIds.put(each, ++key);
            }
        }
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            for (Key one : each.getValue().keys) {
                key(ids.get(each.getKey()), each.getValue(), one, made);
            }
        }
        for (Index index : made.indexes) {
            index(
                    ids.get(index.table),
                    index.name.toLowerCase(Locale.ROOT),
                    made.tables.get(index.table),
                    index.columns,
                    index.unique);
        }
    }

    private void columns(int table, Table parsed) throws Exception {
        int number = 0;
        for (Map.Entry<String, Column> each : parsed.columns.entrySet()) {
            Column column = each.getValue();
            String type = column.type.replaceFirst("\\(.*", "");
            String size = column.type.contains("(") ? column.type.replaceAll("\\D", "") : "0";
            int length = Integer.parseInt(size);
            int code = type.startsWith("DATETIME") ? 10 : TYPES.get(type);
            boolean notNull = column.notNull || code == 6 || parsed.primaryKey().contains(each.getKey());
            source.row(
                    "syscolumns",
                    "tabid",
                    table,
                    "colno",
                    ++number,
                    "colname",
                    each.getKey().toLowerCase(Locale.ROOT),
                    "coltype",
                    code + (notNull ? NOT_NULL : 0),
                    "collength",
                    code == 10 ? 14 * 256 + 10 : length,
                    "extended_id",
                    code == 41 ? 10 : 0);
            if (column.value != null) {
                source.row(
                        "sysdefaults",
                        "tabid",
                        table,
                        "colno",
                        number,
                        "type",
                        "L",
                        "\"default\"",
                        code == 45 ? column.value.toLowerCase(Locale.ROOT) : "AAAAAA " + column.value);
            }
        }
    }

    private void key(int table, Table parsed, Key key, ParsedSchema made) throws Exception {
        int id = keyIds.get(key);
        String type = key.other != null ? "R" : key.kind.substring(0, 1);
        String generated = type.toLowerCase(Locale.ROOT).replace("p", "u") + table + "_" + id;
        source.row(
                "sysconstraints",
                "constrid",
                id,
                "constrname",
                key.name == null ? generated : key.name.toLowerCase(Locale.ROOT),
                "tabid",
                table,
                "constrtype",
                type,
                "idxname",
                " " + table + "_" + id);
        index(table, " " + table + "_" + id, parsed, key.columns, key.other == null);
        if (key.other != null) {
            int other = made.tables.get(key.other).keys.stream()
                    .filter(each -> each.other == null && each.columns.equals(key.otherColumns))
                    .map(keyIds::get)
                    .findFirst()
                    .get();
            source.row(
                    "sysreferences",
                    "constrid",
                    id,
                    "\"primary\"",
                    other,
                    "ptabid",
                    ids.get(key.other),
                    "delrule",
                    key.action.isEmpty() ? "R" : "C");
        }
    }

    private void index(int table, String name, Table parsed, List<String> columns, boolean unique) throws Exception {
        List<String> all = new ArrayList<>(parsed.columns.keySet());
        List<Object> row =
                new ArrayList<>(Arrays.asList("tabid", table, "idxname", name, "idxtype", unique ? "U" : "D"));
        for (int i = 0; i < columns.size(); i++) {
            row.add("part" + (i + 1));
            row.add(all.indexOf(columns.get(i)) + 1);
        }
        source.row("sysindexes", row.toArray());
    }

    /** A serial column is never null. */
    @Override
    void normalise(ParsedSchema made) {
        made.tables.values().forEach(table -> table.columns.values().forEach(column -> {
            column.notNull |= column.type.equals("SERIAL");
        }));
    }

    @Test
    public void setsTheCountersBeforeThereAreKeysToLose() {
        int counter = given.indexOf("ALTER TABLE \"um_user\" MODIFY (\"um_id\" SERIAL(" + NEXT + "))");

        assertTrue(last("CREATE TABLE ") < counter && counter < first("INSERT INTO "));
    }

    @Test
    public void locksRowsOrPagesAsTheOriginalDoes() {
        assertTrue(given.get(first("CREATE TABLE \"um_user\"")).endsWith(") LOCK MODE PAGE"));
    }
}
