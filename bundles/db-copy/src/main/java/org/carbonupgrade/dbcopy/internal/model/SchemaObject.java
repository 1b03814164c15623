package org.carbonupgrade.dbcopy.internal.model;

import java.util.Locale;
import java.util.Objects;

/** One thing that a schema consists of, defined by the SQL that makes it. Immutable. */
public final class SchemaObject {

    /** What it is. */
    public enum Kind {
        /** How the engine works rather than what the database holds: carried, but not compared. */
        OPTION,
        /** What decides how values are understood. */
        SETTING,
        USER,
        ROLE,
        SCHEMA,
        EXTENSION,
        COLLATION,
        TYPE,
        DOMAIN,
        CONSTANT,
        FUNCTION,
        PROCEDURE,
        SEQUENCE,
        /** Where a sequence goes on. */
        POSITION,
        TABLE,
        /** Which table or index is part of which. */
        PARTITION,
        DEFAULT,
        PRIMARY_KEY,
        INDEX,
        CONSTRAINT,
        FOREIGN_KEY,
        VIEW,
        TRIGGER,
        RULE,
        POLICY,
        STATISTICS,
        OWNER,
        EVENT,
        GRANT,
        COMMENT;

        /** As people write it: {@code foreign key}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** When it is made. */
    public enum Stage {
        /** In an empty database, before anything else: what decides how values are stored and compared. */
        FOUNDATION,
        /** Before the rows. */
        TABLES,
        /** When the rows are there: what would slow down or forbid their coming. */
        KEYS,
        /** At the very end: what changes how the statements before it are understood. */
        LAST
    }

    private final Kind kind;
    private final ObjectName name;
    private final ObjectName table;
    private final String definition;
    private final String meaning;
    private final Stage stage;

    /**
     * @param name unique among its kind
     * @param table the table that it is part of, or {@link ObjectName#NONE}
     * @param definition the database's own SQL that makes it; equal for equal objects
     * @param meaning the definition without the object's own name: equal for objects that do the same
     */
    public SchemaObject(Kind kind, ObjectName name, ObjectName table, String definition, String meaning, Stage stage) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.name = Objects.requireNonNull(name, "name");
        this.table = Objects.requireNonNull(table, "table");
        this.definition = Objects.requireNonNull(definition, "definition");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.stage = Objects.requireNonNull(stage, "stage");
    }

    public Kind kind() {
        return kind;
    }

    public ObjectName name() {
        return name;
    }

    /** The table that it is part of, or {@link ObjectName#NONE}. */
    public ObjectName table() {
        return table;
    }

    public String definition() {
        return definition;
    }

    /** The definition without the object's own name: equal for objects that do the same under different names. */
    public String meaning() {
        return meaning;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the definition must not be shown: a user's holds the hash of a password. */
    public boolean secret() {
        return kind == Kind.USER;
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
