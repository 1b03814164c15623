package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** A table's definition as the server writes it, taken apart: what it needs for its rows, and what is better added behind them. */
final class CreateTable {

    private static final Pattern KEY =
            Pattern.compile("(?:(?:UNIQUE|FULLTEXT|SPATIAL|VECTOR) )?KEY (?=\")", Pattern.DOTALL);
    private static final Pattern POSITION = Pattern.compile("( ENGINE=\\S+) AUTO_INCREMENT=(\\d+)");
    private static final Pattern COUNTS = Pattern.compile("(?s).* AUTO_INCREMENT\\b.*");

    private final ObjectName table;
    private final MysqlCollations collations;
    private final List<String> kept = new ArrayList<>();
    private final List<SchemaObject> within = new ArrayList<>();
    private final List<SchemaObject> keys = new ArrayList<>();
    private final List<SchemaObject> foreignKeys = new ArrayList<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final String options;
    private String counter;

    /** @param definition with names in double quotes and no qualifiers */
    CreateTable(String name, String definition, MysqlCollations collations) {
        this.table = ObjectName.of(name);
        this.collations = collations;
        int open = definition.indexOf(
                '(', definition.indexOf(table.sql()) + table.sql().length());
        int close = Sql.closing(definition, open);
        this.options = collations.options(name, definition.substring(close + 1));
        for (String part : Sql.split(definition.substring(open + 1, close))) {
            sort(part);
        }
    }

    /** The table without what is added later. */
    SchemaObject bare() {
        String columns = String.join(",\n  ", kept);
        String definition = "CREATE TABLE " + table.sql() + " (\n  " + columns + "\n)"
                + POSITION.matcher(options).replaceFirst("$1");
        return object(Kind.TABLE, table, ObjectName.NONE, definition, definition, Stage.TABLES);
    }

    /** The keys that are part of the bare table already. */
    List<SchemaObject> within() {
        return within;
    }

    /** Indexes. */
    List<SchemaObject> keys() {
        return keys;
    }

    List<SchemaObject> foreignKeys() {
        return foreignKeys;
    }

    /** The position of the table's counter, if it has one that has moved. */
    List<SchemaObject> position() {
        List<SchemaObject> positions = new ArrayList<>();
        Matcher position = POSITION.matcher(options);
        if (position.find() && position.start() == options.indexOf(" ENGINE=")) {
            String definition = alter() + " AUTO_INCREMENT = " + position.group(2);
            ObjectName name = ObjectName.described("AUTO_INCREMENT of " + table);
            positions.add(object(Kind.SEQUENCE, name, table, definition, definition, Stage.KEYS));
        }
        return positions;
    }

    private void sort(String part) {
        Matcher key = KEY.matcher(part);
        if (part.startsWith("\"")) {
            kept.add(collations.column(table.last(), part));
            if (COUNTS.matcher(part.replaceAll(Sql.LITERAL, "")).matches()) {
                counter = Sql.name(part);
            }
        } else if (part.startsWith("PRIMARY KEY")) {
            kept.add(part);
            within.add(key(Kind.PRIMARY_KEY, "PRIMARY", part, part, Stage.TABLES));
        } else if (key.lookingAt()) {
            String name = Sql.name(part.substring(key.end()));
            String columns = part.substring(key.end() + Sql.quote(name, '"').length());
            if (counter != null && Sql.names(columns).contains(counter)) {
                kept.add(part);
                within.add(key(Kind.INDEX, name, part, key.group() + columns, Stage.TABLES));
            } else if (part.replaceAll(Sql.LITERAL + "|" + Sql.NAME, "").contains(" USING HASH")) {
                keys.add(key(Kind.INDEX, name, withHashesBefore(name, part), key.group() + columns, Stage.LAST));
            } else {
                keys.add(key(Kind.INDEX, name, part, key.group() + columns, Stage.KEYS));
            }
        } else if (part.startsWith("CONSTRAINT") && part.matches("(?s)CONSTRAINT \"(?:[^\"]|\"\")*\" FOREIGN KEY.*")) {
            String name = Sql.name(part.substring("CONSTRAINT ".length()));
            String meaning = part.substring(part.indexOf("FOREIGN KEY", "CONSTRAINT ".length() + name.length()));
            foreignKeys.add(key(Kind.FOREIGN_KEY, name, part, meaning, Stage.KEYS));
        } else {
            kept.add(part);
        }
    }

    /**
     * A server forgets that a key was to be USING HASH with the next thing that is added to the table. So those keys come last, and
     * each makes those before it again.
     */
    private String withHashesBefore(String name, String part) {
        String all = hashes.values().stream().map(before -> before + ", ADD ").collect(Collectors.joining()) + part;
        String dropped = hashes.keySet().stream()
                .map(before -> ", DROP KEY " + Sql.quote(before, '"'))
                .collect(Collectors.joining());
        hashes.put(name, part);
        return all + dropped;
    }

    private SchemaObject key(Kind kind, String name, String definition, String meaning, Stage stage) {
        return object(
                kind,
                ObjectName.of(table.last(), name),
                table,
                alter() + " ADD " + definition,
                alter() + " ADD " + meaning.trim(),
                stage);
    }

    private String alter() {
        return "ALTER TABLE " + table.sql();
    }

    private static SchemaObject object(
            Kind kind, ObjectName name, ObjectName table, String definition, String meaning, Stage stage) {
        return new SchemaObject(kind, name, table, definition, meaning, stage);
    }
}
