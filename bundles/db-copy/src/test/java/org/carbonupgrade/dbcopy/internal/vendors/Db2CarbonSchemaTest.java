package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertTrue;

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

/** DB2 fills ids by triggers that ask a sequence. */
public class Db2CarbonSchemaTest extends VendorTest {

    private static final int NEXT = 57;
    private static int servers;

    private final Map<Key, String> keyNames = new HashMap<>();

    @Override
    FakeServer server() throws Exception {
        return db2();
    }

    static FakeServer db2() throws Exception {
        return new FakeServer("db2", 11, "SYSCAT\\.|SYSIBM")
                .with("RTRIM(CURRENT SERVER)", "'DB" + servers++ + "'")
                .with("RTRIM(CURRENT SCHEMA)", "'CARBON'")
                .with("VARCHAR(MIN(CREATE_TIME))", "''")
                .with("VARCHAR(CODEPAGE)", "CAST(CODEPAGE AS VARCHAR)")
                .with("CURRENT SCHEMA", "'CARBON'");
    }

    @Override
    String scriptName() {
        return "db2";
    }

    @Override
    ScriptRunner scripts() {
        return new ScriptRunner("/");
    }

    @Override
    String url(String place) {
        return "jdbc:db2://" + place + ":50000/carbon";
    }

    @Override
    void record(ParsedSchema made) throws Exception {
        indexedOnce(made);
        int generated = 100;
        for (Table table : made.tables.values()) {
            for (Key key : table.keys) {
                keyNames.put(key, key.name == null ? "SQL150601000000" + generated++ : key.name);
            }
        }
        for (Map.Entry<String, Table> each : made.tables.entrySet()) {
            source.row("SYSCAT.TABLES", "TABNAME", each.getKey());
            columns(each.getKey(), each.getValue());
            for (Key key : each.getValue().keys) {
                key(each.getKey(), key, made);
            }
        }
        for (Index index : made.indexes) {
            index(index.name, index.table, index.columns, index.unique ? "U" : "D", 1);
        }
        for (String sequence : made.sequences.keySet()) {
            source.row("SYSCAT.SEQUENCES", "SEQNAME", sequence, "NEXTCACHEFIRSTVALUE", NEXT);
        }
        for (Map.Entry<String, String> trigger : made.triggers.entrySet()) {
            source.row(
                    "SYSCAT.TRIGGERS",
                    "TRIGNAME",
                    trigger.getKey(),
                    "TABNAME",
                    trigger.getValue().replaceFirst(".* ON (\\w+) .*", "$1"),
                    "TEXT",
                    "CREATE TRIGGER CARBON." + trigger.getKey() + " " + trigger.getValue());
        }
    }

    /** An index like one that is there already is a warning, and is not made. */
    private static void indexedOnce(ParsedSchema made) {
        Set<String> indexed = new HashSet<>();
        made.tables.forEach((name, table) ->
                table.keys.stream().filter(key -> key.other == null).forEach(key -> indexed.add(name + key.columns)));
        made.indexes.removeIf(index -> !indexed.add(index.table + index.columns));
    }

    private void columns(String table, Table parsed) throws Exception {
        int number = 0;
        for (Map.Entry<String, Column> each : parsed.columns.entrySet()) {
            Column column = each.getValue();
            String type = column.type.replaceFirst("\\(.*", "");
            String[] size = column.type
                    .replaceFirst("^\\w+", "")
                    .replaceAll("[^\\d,]", "")
                    .split(",");
            boolean lob = type.equals("BLOB");
            boolean decimal = type.equals("DECIMAL");
            source.row(
                    "SYSCAT.COLUMNS",
                    "TABNAME",
                    table,
                    "COLNAME",
                    each.getKey(),
                    "COLNO",
                    number++,
                    "TYPENAME",
                    type,
                    "LENGTH",
                    lob
                            ? Integer.valueOf(Integer.MAX_VALUE)
                            : size[0].isEmpty() ? Integer.valueOf(4) : Integer.valueOf(size[0]),
                    "SCALE",
                    decimal
                            ? Integer.valueOf(size[1])
                            : type.equals("TIMESTAMP") ? Integer.valueOf(6) : Integer.valueOf(0),
                    "\"DEFAULT\"",
                    column.value,
                    "NULLS",
                    column.notNull ? "N" : "Y",
                    "LOGGED",
                    lob ? "N" : " ",
                    "COMPACT",
                    lob ? "N" : " ");
        }
    }

    private void key(String table, Key key, ParsedSchema made) throws Exception {
        String name = keyNames.get(key);
        source.row("SYSCAT.TABCONST", "CONSTNAME", name, "TABNAME", table, "TYPE", key.kind.substring(0, 1));
        int sequence = 1;
        for (String column : key.columns) {
            source.row(
                    "SYSCAT.KEYCOLUSE", "CONSTNAME", name, "TABNAME", table, "COLNAME", column, "COLSEQ", sequence++);
        }
        if (key.other == null) {
            index("SQL" + name.hashCode(), table, key.columns, key.kind.substring(0, 1), 0);
            return;
        }
        String other = made.tables.get(key.other).keys.stream()
                .filter(each -> each.other == null && each.columns.equals(key.otherColumns))
                .map(keyNames::get)
                .findFirst()
                .get();
        source.row(
                "SYSCAT.REFERENCES",
                "CONSTNAME",
                name,
                "TABNAME",
                table,
                "REFKEYNAME",
                other,
                "REFTABNAME",
                key.other,
                "DELETERULE",
                key.action.isEmpty() ? "A" : "C");
    }

    private void index(String name, String table, List<String> columns, String rule, int byUser) throws Exception {
        source.row("SYSCAT.INDEXES", "INDNAME", name, "TABNAME", table, "UNIQUERULE", rule, "USER_DEFINED", byUser);
        int sequence = 1;
        for (String column : columns) {
            source.row("SYSCAT.INDEXCOLUSE", "INDNAME", name, "COLNAME", column, "COLSEQ", sequence++);
        }
    }

    /** A G is 2 to the 30th, but two of them are a byte less; a time has six digits behind the second. */
    @Override
    void normalise(ParsedSchema made) {
        made.tables.values().forEach(table -> table.columns
                .values()
                .forEach(column -> column.type =
                        column.type.replace("(2G)", "(2147483647)").replaceFirst("^TIMESTAMP$", "TIMESTAMP(6)")));
    }

    @Test
    public void goesOnWithTheNumbersThatTheSequencesHaveNotGivenYet() {
        assertTrue(given.contains("CREATE SEQUENCE \"UM_USER_SEQUENCE\" AS DECIMAL(27,0) START WITH 1 INCREMENT BY 1"
                + " MINVALUE 1 MAXVALUE 999999999999999999999999999 NO CYCLE NO CACHE NO ORDER"));
        assertTrue(last("INSERT INTO ") < given.indexOf("ALTER SEQUENCE \"UM_USER_SEQUENCE\" RESTART WITH " + NEXT));
    }

    @Test
    public void keepsLargeObjectsOutOfTheLogAsTheyWere() {
        assertTrue(given.get(first("CREATE TABLE \"REG_CONTENT\" "))
                .contains("\"REG_CONTENT_DATA\" BLOB(2147483647) NOT LOGGED"));
    }

    @Test
    public void saysThatNoSnapshotCanBeHad() {
        assertTrue(copied.strategy(), copied.strategy().contains("exact only if nobody writes meanwhile"));
    }
}
