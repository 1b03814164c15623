package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Column;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Index;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Key;
import org.carbonupgrade.dbcopy.internal.vendors.ParsedSchema.Table;
import org.junit.Test;

/** Oracle fills ids by triggers that ask a sequence. */
public class OracleCarbonSchemaTest extends VendorTest {

    private static final int NEXT = 57;
    private static int users;

    @Override
    FakeServer server() throws Exception {
        return oracle();
    }

    static FakeServer oracle() throws Exception {
        return oracle(19);
    }

    static FakeServer oracle(int version) throws Exception {
        FakeServer server = new FakeServer("oracle", version, "ALL_|NLS_|SESSION_PRIVS|FROM DUAL$")
                .with("SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')", "'CARBON'")
                .with("SYS_CONTEXT('USERENV', 'DB_UNIQUE_NAME')", "'ORCL'")
                .with("SYS_CONTEXT('USERENV', 'DB_DOMAIN')", "''");
        server.row("ALL_USERS", "USERNAME", "CARBON", "USER_ID", ++users, "CREATED", "2015-06-01 00:00:00");
        return server;
    }

    @Override
    String scriptName() {
        return "oracle";
    }

    @Override
    ScriptRunner scripts() {
        return new ScriptRunner("/");
    }

    @Override
    String url(String place) {
        return "jdbc:oracle:thin:@//" + place + ":1521/carbon";
    }

    @Override
    void record(ParsedSchema made) throws Exception {
        indexedOnce(made);
        Map<List<Object>, String> keyNames = new HashMap<>();
        int generated = 5000;
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            for (Key key : each.getValue().keys) {
                String name = key.name == null ? "SYS_C" + generated++ : key.name;
                if (key.other == null) {
                    keyNames.put(keyId(each.getKey(), key.columns), name);
                }
            }
        }
        generated = 5000;
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            source.row("ALL_TABLES", "OWNER", "CARBON", "TABLE_NAME", each.getKey());
            columns(each.getKey(), each.getValue());
            for (Key key : each.getValue().keys) {
                String name = key.name == null ? "SYS_C" + generated++ : key.name;
                key(
                        each.getKey(),
                        key,
                        name,
                        key.other == null ? null : keyNames.get(keyId(key.other, key.otherColumns)));
            }
        }
        for (Index index : made.indexes) {
            index(index.name, index.table, index.columns, index.unique);
        }
        for (String sequence : made.sequences.keySet()) {
            source.row(
                    "ALL_SEQUENCES",
                    "SEQUENCE_OWNER",
                    "CARBON",
                    "SEQUENCE_NAME",
                    sequence,
                    "CACHE_SIZE",
                    0,
                    "LAST_NUMBER",
                    NEXT);
        }
        for (Map.Entry<String, String> trigger : made.triggers.entrySet()) {
            String text = trigger.getValue();
            int body = text.indexOf("BEGIN ");
            source.row(
                    "ALL_TRIGGERS",
                    "OWNER",
                    "CARBON",
                    "TRIGGER_NAME",
                    trigger.getKey(),
                    "TABLE_NAME",
                    text.replaceFirst(".* ON (\\w+) .*", "$1"),
                    "DESCRIPTION",
                    "\"CARBON\"." + trigger.getKey() + "\n" + text.substring(0, body) + "\n",
                    "TRIGGER_BODY",
                    text.substring(body) + "\n");
        }
    }

    /** Oracle refuses a second index on the same columns: the script's statement fails, as it does in the vendor's tool. */
    private static void indexedOnce(ParsedSchema made) {
        Set<List<Object>> indexed = new HashSet<>();
        made.tables.forEach((name, table) -> table.keys.stream()
                .filter(key -> key.other == null)
                .forEach(key -> indexed.add(keyId(name, key.columns))));
        made.indexes.removeIf(index -> !indexed.add(keyId(index.table, index.columns)));
    }

    private static List<Object> keyId(String table, List<String> columns) {
        List<Object> id = new ArrayList<>(columns);
        id.add(0, table);
        return id;
    }

    private void columns(String table, Table parsed) throws Exception {
        int number = 1;
        for (Map.Entry<String, Column> each : parsed.columns.entrySet()) {
            Column column = each.getValue();
            String type = column.type.replaceFirst("\\(.*", "");
            String size = column.type.replaceFirst("^\\w+", "").replaceAll("[^\\d]", "");
            boolean whole = type.equals("INTEGER") || type.equals("SMALLINT");
            boolean text = type.startsWith("VARCHAR") || type.equals("CHAR");
            source.row(
                    "ALL_TAB_COLS",
                    "OWNER",
                    "CARBON",
                    "TABLE_NAME",
                    table,
                    "COLUMN_NAME",
                    each.getKey(),
                    "DATA_TYPE",
                    whole
                            ? "NUMBER"
                            : type.equals("VARCHAR") ? "VARCHAR2" : type.equals("TIMESTAMP") ? "TIMESTAMP(6)" : type,
                    "DATA_PRECISION",
                    type.equals("NUMBER") ? Integer.valueOf(size) : null,
                    "DATA_SCALE",
                    whole || type.equals("NUMBER") ? Integer.valueOf(0) : null,
                    "DATA_LENGTH",
                    text ? Integer.parseInt(size) : 22,
                    "CHAR_LENGTH",
                    text ? Integer.parseInt(size) : 0,
                    "CHAR_USED",
                    text ? "B" : null,
                    "NULLABLE",
                    column.notNull || parsed.primaryKey().contains(each.getKey()) ? "N" : "Y",
                    "DATA_DEFAULT",
                    column.value == null ? null : column.value + " ",
                    "COLUMN_ID",
                    number++);
        }
    }

    private void key(String table, Key key, String name, String other) throws Exception {
        boolean foreign = key.other != null;
        source.row(
                "ALL_CONSTRAINTS",
                "OWNER",
                "CARBON",
                "CONSTRAINT_NAME",
                name,
                "TABLE_NAME",
                table,
                "CONSTRAINT_TYPE",
                foreign ? "R" : key.kind.substring(0, 1),
                "R_OWNER",
                foreign ? "CARBON" : null,
                "R_CONSTRAINT_NAME",
                other,
                "DELETE_RULE",
                foreign ? (key.action.isEmpty() ? "NO ACTION" : "CASCADE") : null,
                "GENERATED",
                key.name == null ? "GENERATED NAME" : "USER NAME",
                "INDEX_NAME",
                foreign ? null : name);
        int position = 1;
        for (String column : key.columns) {
            source.row(
                    "ALL_CONS_COLUMNS",
                    "OWNER",
                    "CARBON",
                    "CONSTRAINT_NAME",
                    name,
                    "TABLE_NAME",
                    table,
                    "COLUMN_NAME",
                    column,
                    "POSITION",
                    position++);
        }
        if (!foreign) {
            index(name, table, key.columns, true);
        }
    }

    private void index(String name, String table, List<String> columns, boolean unique) throws Exception {
        source.row(
                "ALL_INDEXES",
                "OWNER",
                "CARBON",
                "INDEX_NAME",
                name,
                "TABLE_NAME",
                table,
                "UNIQUENESS",
                unique ? "UNIQUE" : "NONUNIQUE");
        int position = 1;
        for (String column : columns) {
            source.row(
                    "ALL_IND_COLUMNS",
                    "INDEX_OWNER",
                    "CARBON",
                    "INDEX_NAME",
                    name,
                    "COLUMN_NAME",
                    column,
                    "COLUMN_POSITION",
                    position++);
        }
    }

    @Override
    void normalise(ParsedSchema made) {
        made.tables.values().forEach(table -> table.columns
                .values()
                .forEach(column -> column.type = column.type
                        .replaceFirst("^(INTEGER|SMALLINT)$", "NUMBER(*,0)")
                        .replaceFirst("^NUMBER\\((\\d+)\\)$", "NUMBER($1,0)")
                        .replaceFirst("^VARCHAR2?\\((\\d+)\\)$", "VARCHAR2($1 BYTE)")
                        .replaceFirst("^CHAR\\((\\d+)\\)$", "CHAR($1 BYTE)")
                        .replaceFirst("^TIMESTAMP$", "TIMESTAMP(6)")));
    }

    @Test
    public void goesOnWithTheNumbersThatTheSequencesHaveNotGivenYet() {
        assertTrue(given.contains("CREATE SEQUENCE \"UM_USER_SEQUENCE\" MINVALUE 1"
                + " MAXVALUE 9999999999999999999999999999 INCREMENT BY 1 START WITH " + NEXT
                + " NOCACHE NOORDER NOCYCLE"));
    }

    @Test
    public void makesTriggersInItsOwnSchema() {
        String trigger = given.get(first("CREATE OR REPLACE TRIGGER UM_USER_TRIGGER"));

        assertTrue(trigger, trigger.contains("UM_USER_SEQUENCE.NEXTVAL INTO :NEW.UM_ID FROM DUAL"));
        assertTrue(trigger, trigger.endsWith("END;"));
        assertEquals(-1, trigger.indexOf("CARBON"));
    }

    @Test
    public void readsOneStateOfTheSource() {
        List<String> read = source.statements();

        assertTrue(read.indexOf("SET TRANSACTION READ ONLY") < read.indexOf("SELECT COUNT(*) FROM \"UM_USER\""));
        assertTrue(read.contains("ALTER SESSION SET NLS_SORT = BINARY"));
        assertTrue(copied.strategy(), copied.strategy().contains("one table at a time"));
    }
}
