package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/**
 * Tells the statements of H2's own {@code SCRIPT NODATA} apart: what each makes, and what it is called. The statements
 * themselves stay H2's: nothing is better at describing an H2 schema.
 */
final class H2Script {

    /** Settings of the engine at work, not of what the database holds. */
    private static final Set<String> ENGINE_SETTINGS = new HashSet<>(Arrays.asList(
            "CLUSTER",
            "CACHE_SIZE",
            "CREATE_BUILD",
            "DB_CLOSE_DELAY",
            "DEFAULT_LOCK_TIMEOUT",
            "DEFAULT_TABLE_TYPE",
            "LOCK_MODE",
            "LOG",
            "MAX_LOG_SIZE",
            "MAX_MEMORY_ROWS",
            "MAX_MEMORY_UNDO",
            "MULTI_THREADED",
            "RETENTION_TIME",
            "TRACE_LEVEL_FILE",
            "TRACE_LEVEL_SYSTEM_OUT",
            "TRACE_MAX_FILE_SIZE",
            "WRITE_DELAY"));

    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> notCarried = new ArrayList<>();

    /** Reads a script; a statement that is not known is listed among those not carried, never dropped silently. */
    H2Script(List<String> statements) {
        statements.forEach(this::read);
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
        sql = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
        Words words = new Words(sql);
        switch (words.next()) {
            case "SET":
                setting(words.next(), sql);
                break;
            case "CREATE":
                created(words, sql);
                break;
            case "ALTER":
                words.skip("TABLE");
                constraint(words, sql);
                break;
            case "GRANT":
                objects.add(new SchemaObject(Kind.GRANT, sql.substring("GRANT ".length()), "", sql, sql, true));
                break;
            case "COMMENT":
                objects.add(new SchemaObject(Kind.COMMENT, sql.split(" IS ", 2)[0], "", sql, sql, true));
                break;
            default:
                notCarried.add("a statement of a kind not known: " + sql.split("\\s", 2)[0]);
        }
    }

    private void setting(String name, String sql) {
        if (!ENGINE_SETTINGS.contains(name)) {
            objects.add(new SchemaObject(Kind.SETTING, name, "", sql, sql, false));
        }
    }

    private void created(Words words, String sql) {
        words.skip("FORCE");
        String what = words.next();
        switch (what) {
            case "USER":
                make(Kind.USER, words, sql, false);
                break;
            case "ROLE":
                make(Kind.ROLE, words, sql, false);
                break;
            case "SCHEMA":
                make(Kind.SCHEMA, words, sql, false);
                break;
            case "DOMAIN":
                make(Kind.DOMAIN, words, sql, false);
                break;
            case "CONSTANT":
                make(Kind.CONSTANT, words, sql, false);
                break;
            case "ALIAS":
            case "AGGREGATE":
                make(Kind.FUNCTION, words, sql, false);
                break;
            case "SEQUENCE":
                make(Kind.SEQUENCE, words, sql, false);
                break;
            case "VIEW":
                make(Kind.VIEW, words, sql, true);
                break;
            case "TRIGGER":
                make(Kind.TRIGGER, words, sql, true);
                break;
            default:
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
                        "linked table " + qualified(words) + ": it is a way into another database, with its password");
                return;
            } else if (word.equals("TABLE")) {
                make(Kind.TABLE, words, sql, false);
                return;
            } else if (word.equals("INDEX")) {
                make(Kind.INDEX, words, sql, true);
                return;
            }
        }
        notCarried.add("an object of a kind not known: CREATE " + first);
    }

    private void constraint(Words words, String sql) {
        String table = qualified(words);
        if (!words.skipAll("ADD", "CONSTRAINT")) {
            notCarried.add("a change of table " + table + " of a kind not known");
            return;
        }
        Name name = name(words, sql);
        String what = words.next();
        // H2 itself makes the primary key before the rows: for a whole number it is the order in which the rows are
        // stored.
        Kind kind =
                what.equals("PRIMARY") ? Kind.PRIMARY_KEY : what.equals("FOREIGN") ? Kind.FOREIGN_KEY : Kind.CONSTRAINT;
        objects.add(new SchemaObject(kind, name.qualified, table, sql, name.without, kind != Kind.PRIMARY_KEY));
    }

    private void make(Kind kind, Words words, String sql, boolean afterRows) {
        Name name = name(words, sql);
        String table = words.skip("ON") ? qualified(words) : "";
        objects.add(new SchemaObject(kind, name.qualified, table, sql, name.without, afterRows));
    }

    private static Name name(Words words, String sql) {
        words.skipAll("IF", "NOT", "EXISTS");
        int start = words.position();
        String qualified = qualified(words);
        return new Name(qualified, sql.substring(0, start) + sql.substring(words.position()));
    }

    private static String qualified(Words words) {
        return String.join(".", words.name());
    }

    /** What an object is called, and its statement without that. */
    private static final class Name {

        private final String qualified;
        private final String without;

        Name(String qualified, String without) {
            this.qualified = qualified;
            this.without = without;
        }
    }
}
