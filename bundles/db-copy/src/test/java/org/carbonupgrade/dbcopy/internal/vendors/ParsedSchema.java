package org.carbonupgrade.dbcopy.internal.vendors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What statements say, the create script's as well as our own: both are the vendor's words and have to say the same. */
final class ParsedSchema {

    private static final String NAME = "([\\w.]+)";
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE " + NAME + " ?(\\(.*\\))[^)]*", Pattern.DOTALL);
    private static final Pattern ADD = Pattern.compile("ALTER TABLE " + NAME + " ADD (.*)", Pattern.DOTALL);
    private static final Pattern INDEX =
            Pattern.compile("CREATE (UNIQUE )?(?:NONCLUSTERED )?INDEX " + NAME + " ON " + NAME + " ?\\((.*?)\\).*");
    private static final Pattern SEQUENCE = Pattern.compile("CREATE SEQUENCE (\\w+)(.*)");
    private static final Pattern TRIGGER = Pattern.compile("CREATE (?:OR REPLACE )?TRIGGER (\\w+) (.*)");
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?:CONSTRAINT (\\w+) )?(PRIMARY KEY|UNIQUE|FOREIGN KEY)(?: (?:NON)?CLUSTERED)? ?\\((.*?)\\)(.*)");
    private static final Pattern REFERENCES =
            Pattern.compile(" ?REFERENCES " + NAME + " ?\\((.*?)\\) ?((?:ON DELETE \\w+)?).*");
    private static final Pattern NAMED_BEHIND = Pattern.compile(".*\\bCONSTRAINT (\\w+) ?");
    private static final Pattern COLUMN = Pattern.compile("(\\w+) (DATETIME YEAR TO \\w+|\\w+(?: ?\\([^)]*\\))?)(.*)");

    /** A table's name to its parts. */
    static final class Table {
        final Map<String, Column> columns = new LinkedHashMap<>();
        final List<Key> keys = new ArrayList<>();

        List<String> primaryKey() {
            return keys.stream()
                    .filter(key -> key.kind.equals("PRIMARY KEY"))
                    .findFirst()
                    .map(key -> key.columns)
                    .orElse(new ArrayList<>());
        }
    }

    static final class Column {
        String type;
        String value;
        boolean notNull;
        String identity;
    }

    /** A primary, unique or foreign key. */
    static final class Key {
        String name;
        String kind;
        List<String> columns;
        String other;
        List<String> otherColumns;
        String action = "";

        @Override
        public String toString() {
            return kind + columns + (other == null ? "" : " -> " + other + otherColumns + " " + action);
        }
    }

    /** An index's name, table and columns. */
    static final class Index {
        String name;
        String table;
        boolean unique;
        List<String> columns;
    }

    final Map<String, Table> tables = new TreeMap<>();
    final List<Index> indexes = new ArrayList<>();
    final Map<String, String> sequences = new TreeMap<>();
    final Map<String, String> triggers = new TreeMap<>();

    static ParsedSchema of(List<String> statements) {
        ParsedSchema parsed = new ParsedSchema();
        statements.forEach(statement -> parsed.take(plain(statement)));
        return parsed;
    }

    /** Without quotes, comments, qualifiers and superfluous blanks, in capitals. */
    static String plain(String statement) {
        return statement
                .replaceAll("--[^\\n]*", "")
                .replace("\"", "")
                .replaceAll("(?i)\\bdbo\\.", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(),=]) ?", "$1")
                .trim()
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^IF (?:NOT )?EXISTS.*?\\)\\)? ?(?=CREATE|ALTER|DROP)", "")
                .replaceFirst("^DROP INDEX \\S+ (?=CREATE)", "");
    }

    private void take(String statement) {
        Matcher table = TABLE.matcher(statement);
        Matcher add = ADD.matcher(statement);
        Matcher index = INDEX.matcher(statement);
        Matcher sequence = SEQUENCE.matcher(statement);
        Matcher trigger = TRIGGER.matcher(statement);
        if (table.matches()) {
            String body = table.group(2);
            split(body.substring(1, body.length() - 1)).forEach(part -> part(table.group(1), part));
        } else if (add.matches()) {
            part(add.group(1), add.group(2).replaceFirst("^CONSTRAINT (?=FOREIGN|PRIMARY|UNIQUE\\()", ""));
        } else if (index.matches()) {
            Index made = new Index();
            made.unique = index.group(1) != null;
            made.name = index.group(2);
            made.table = index.group(3);
            made.columns = list(index.group(4));
            indexes.add(made);
        } else if (sequence.matches()) {
            sequences.put(sequence.group(1), sequence.group(2));
        } else if (trigger.matches()) {
            triggers.put(trigger.group(1), trigger.group(2));
        }
    }

    private void part(String name, String part) {
        Table table = tables.computeIfAbsent(name, each -> new Table());
        Matcher constraint = CONSTRAINT.matcher(part);
        if (constraint.matches()) {
            table.keys.add(key(constraint));
            return;
        }
        Matcher column = COLUMN.matcher(part);
        if (!column.matches()) {
            throw new IllegalArgumentException(name + ": " + part);
        }
        String rest = column.group(3);
        Column made = new Column();
        made.type = column.group(2).replace(" (", "(");
        made.notNull = rest.contains("NOT NULL");
        Matcher value =
                Pattern.compile(".*DEFAULT ?('[^']*'|\\(+[^)]*\\)+|\\S+).*").matcher(rest);
        made.value = value.matches() ? value.group(1).replaceAll("^\\(+|\\)+$", "") : null;
        Matcher identity = Pattern.compile(".*(IDENTITY\\(\\S*\\)).*").matcher(rest);
        made.identity = identity.matches() ? identity.group(1) : null;
        table.columns.put(column.group(1), made);
        if (rest.matches(".*\\bUNIQUE\\b.*")) {
            Key key = new Key();
            key.kind = "UNIQUE";
            key.columns = list(column.group(1));
            table.keys.add(key);
        }
    }

    private static Key key(Matcher constraint) {
        Key key = new Key();
        key.kind = constraint.group(2);
        key.columns = list(constraint.group(3));
        Matcher behind = NAMED_BEHIND.matcher(constraint.group(4));
        key.name = constraint.group(1) != null ? constraint.group(1) : behind.matches() ? behind.group(1) : null;
        Matcher references = REFERENCES.matcher(constraint.group(4));
        if (references.matches()) {
            key.other = references.group(1);
            key.otherColumns = list(references.group(2));
            key.action = references.group(3);
        }
        return key;
    }

    private static List<String> list(String names) {
        return new ArrayList<>(Arrays.asList(names.trim().split(" ?, ?")));
    }

    private static List<String> split(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(body.substring(start, i).trim());
                start = i + 1;
            }
        }
        parts.add(body.substring(start).trim());
        return parts;
    }

    /** All of it on sorted lines, to be compared. */
    List<String> lines() {
        TreeSet<String> lines = new TreeSet<>();
        tables.forEach((name, table) -> {
            table.columns.forEach((column, is) -> lines.add(name + "." + column + " " + is.type
                    + (is.identity == null ? "" : " " + is.identity)
                    + (is.value == null ? "" : " DEFAULT " + is.value)
                    + (is.notNull || table.primaryKey().contains(column) ? " NOT NULL" : "")));
            table.keys.forEach(key -> lines.add(name + " " + (key.name == null ? "" : key.name + " ") + key));
        });
        indexes.forEach(index -> lines.add(
                "INDEX " + (index.unique ? "UNIQUE " : "") + index.name + " ON " + index.table + index.columns));
        sequences.forEach((name, rest) -> lines.add("SEQUENCE " + name));
        triggers.forEach((name, rest) -> lines.add("TRIGGER " + name + " " + rest));
        return new ArrayList<>(lines);
    }
}
