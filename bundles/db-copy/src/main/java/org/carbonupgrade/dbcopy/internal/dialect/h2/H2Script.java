package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/**
 * Tells the statements of H2's own {@code SCRIPT NODATA} apart: what each makes, and what it is called. The statements
 * themselves stay H2's: nothing is better at describing an H2 schema.
 */
final class H2Script {

    /** Settings of the engine that made the file, not of what the database holds. */
    private static final Set<String> NOT_OURS = new HashSet<>(Arrays.asList("CLUSTER", "CREATE_BUILD"));

    /** Settings of the engine at work: a server can change them by its URL. */
    private static final Set<String> OPTIONS = new HashSet<>(Arrays.asList(
            "CACHE_SIZE",
            "DB_CLOSE_DELAY",
            "DEFAULT_LOCK_TIMEOUT",
            "DEFAULT_TABLE_TYPE",
            "LOCK_MODE",
            "LOG",
            "MAX_LOG_SIZE",
            "MAX_MEMORY_ROWS",
            "MAX_MEMORY_UNDO",
            "MAX_OPERATION_MEMORY",
            "MULTI_THREADED",
            "RETENTION_TIME",
            "TRACE_LEVEL_FILE",
            "TRACE_LEVEL_SYSTEM_OUT",
            "TRACE_MAX_FILE_SIZE",
            "WRITE_DELAY"));

    /** Settings that H2 refuses once there are tables. */
    private static final Set<String> FOUNDATION =
            new HashSet<>(Arrays.asList("BINARY_COLLATION", "COLLATION", "JAVA_OBJECT_SERIALIZER"));

    /** After this one H2 refuses numbers and texts in statements, those of other settings included. */
    private static final String NO_NUMBERS = "SET ALLOW_LITERALS ";

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        KINDS.put("USER", Kind.USER);
        KINDS.put("ROLE", Kind.ROLE);
        KINDS.put("SCHEMA", Kind.SCHEMA);
        KINDS.put("DOMAIN", Kind.DOMAIN);
        KINDS.put("CONSTANT", Kind.CONSTANT);
        KINDS.put("ALIAS", Kind.FUNCTION);
        KINDS.put("AGGREGATE", Kind.FUNCTION);
        KINDS.put("SEQUENCE", Kind.SEQUENCE);
        KINDS.put("VIEW", Kind.VIEW);
        KINDS.put("TRIGGER", Kind.TRIGGER);
    }

    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> notCarried = new ArrayList<>();

    /** Reads a script; a statement that is not known is listed among those not carried, never dropped silently. */
    H2Script(List<String> statements) {
        statements.forEach(this::read);
        objects.sort(Comparator.comparing(object -> object.definition().startsWith(NO_NUMBERS)));
    }

    List<SchemaObject> objects() {
        return Collections.unmodifiableList(objects);
    }

    List<String> notCarried() {
        return Collections.unmodifiableList(notCarried);
    }

    private void read(String statement) {
        String sql = statement.trim();
        if (sql.startsWith("--") || sql.isEmpty()) {
            return;
        }
        sql = H2Definition.of(sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql);
        Words words = new Words(sql);
        String verb = words.next();
        switch (verb) {
            case "SET":
                setting(words.next(), sql);
                break;
            case "CREATE":
                created(words, sql);
                break;
            case "ALTER":
                altered(words, sql);
                break;
            case "GRANT":
                add(Kind.GRANT, ObjectName.described(sql.substring("GRANT ".length())), sql);
                break;
            case "COMMENT":
                comment(words, sql);
                break;
            default:
                notCarried.add("a statement of a kind not known: " + verb);
        }
    }

    private void setting(String name, String sql) {
        if (!NOT_OURS.contains(name)) {
            Kind kind = OPTIONS.contains(name) ? Kind.OPTION : Kind.SETTING;
            Stage stage = FOUNDATION.contains(name) ? Stage.FOUNDATION : Stage.LAST;
            objects.add(new SchemaObject(kind, ObjectName.of(name), ObjectName.NONE, sql, sql, stage));
        }
    }

    private void created(Words words, String sql) {
        words.skip("FORCE");
        String what = words.next();
        Kind kind = KINDS.get(what);
        if (kind != null) {
            make(kind, words, sql, kind == Kind.VIEW || kind == Kind.TRIGGER ? Stage.KEYS : Stage.TABLES);
        } else {
            tableOrIndex(what, words, sql);
        }
    }

    /** {@code CREATE CACHED TABLE t}, {@code CREATE UNIQUE HASH INDEX i}, with any words before the one that counts. */
    private void tableOrIndex(String first, Words words, String sql) {
        boolean linked = false;
        for (String word = first; !word.isEmpty(); word = words.next()) {
            linked |= word.equals("LINKED");
            if (word.equals("TABLE") && linked) {
                notCarried.add(
                        "linked table " + words.name() + ": it is a way into another database, with its password");
                return;
            } else if (word.equals("TABLE")) {
                make(Kind.TABLE, words, sql, Stage.TABLES);
                return;
            } else if (word.equals("INDEX")) {
                make(Kind.INDEX, words, sql, Stage.KEYS);
                return;
            } else if (word.equals("KEY")) { // a primary key that was made as an index
                words.skip("HASH");
                make(Kind.PRIMARY_KEY, words, sql, Stage.TABLES);
                return;
            }
        }
        notCarried.add("an object of a kind not known: CREATE " + first);
    }

    /** H2 itself makes a primary key before the rows: for a whole number it is the order in which the rows are stored. */
    private void altered(Words words, String sql) {
        words.skip("TABLE");
        ObjectName table = words.name();
        if (!words.skipAll("ADD", "CONSTRAINT")) {
            notCarried.add("a change of table " + table + " of a kind not known");
            return;
        }
        int start = words.position();
        ObjectName name = words.name();
        String meaning = sql.substring(0, start) + sql.substring(words.position());
        if (words.skip("COMMENT")) {
            words.next();
        }
        String what = words.next();
        Kind kind =
                what.equals("PRIMARY") ? Kind.PRIMARY_KEY : what.equals("FOREIGN") ? Kind.FOREIGN_KEY : Kind.CONSTRAINT;
        Stage stage = kind == Kind.PRIMARY_KEY ? Stage.TABLES : Stage.KEYS;
        objects.add(new SchemaObject(kind, name, table, sql, meaning, stage));
    }

    /** {@code COMMENT ON SEQUENCE s IS 'text'} */
    private void comment(Words words, String sql) {
        int start = words.position();
        words.skip("ON");
        words.next();
        words.name();
        add(
                Kind.COMMENT,
                ObjectName.described(sql.substring(start, words.position()).trim()),
                sql);
    }

    private void add(Kind kind, ObjectName name, String sql) {
        objects.add(new SchemaObject(kind, name, ObjectName.NONE, sql, sql, Stage.KEYS));
    }

    private void make(Kind kind, Words words, String sql, Stage stage) {
        words.skipAll("IF", "NOT", "EXISTS");
        int start = words.position();
        ObjectName name = words.name();
        String meaning = sql.substring(0, start) + sql.substring(words.position());
        ObjectName table = words.skip("ON") ? words.name() : ObjectName.NONE;
        objects.add(new SchemaObject(kind, name, table, sql, meaning, stage));
    }
}
