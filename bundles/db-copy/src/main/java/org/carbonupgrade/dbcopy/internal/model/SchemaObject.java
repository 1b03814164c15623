package org.carbonupgrade.dbcopy.internal.model;

import java.util.Locale;
import java.util.Objects;

/** One thing that a schema consists of, defined by the SQL that makes it. Immutable. */
public final class SchemaObject {

    /** What it is. */
    public enum Kind {
        SETTING,
        USER,
        ROLE,
        SCHEMA,
        DOMAIN,
        CONSTANT,
        FUNCTION,
        SEQUENCE,
        TABLE,
        PRIMARY_KEY,
        INDEX,
        CONSTRAINT,
        FOREIGN_KEY,
        VIEW,
        TRIGGER,
        GRANT,
        COMMENT;

        /** As people write it: {@code foreign key}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Kind kind;
    private final String name;
    private final String table;
    private final String definition;
    private final String meaning;
    private final boolean afterRows;

    /**
     * @param name unique among its kind, qualified by its schema
     * @param table the qualified name of the table that it is part of; empty if it is part of none
     * @param definition the database's own SQL that makes it; equal for equal objects
     * @param meaning the definition without the object's own name: equal for objects that do the same
     * @param afterRows whether it is made once the rows are there
     */
    public SchemaObject(Kind kind, String name, String table, String definition, String meaning, boolean afterRows) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.name = Objects.requireNonNull(name, "name");
        this.table = Objects.requireNonNull(table, "table");
        this.definition = Objects.requireNonNull(definition, "definition");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.afterRows = afterRows;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** The qualified name of the table that it is part of; empty if it is part of none. */
    public String table() {
        return table;
    }

    public String definition() {
        return definition;
    }

    /** The definition without the object's own name: equal for objects that do the same under different names. */
    public String meaning() {
        return meaning;
    }

    public boolean afterRows() {
        return afterRows;
    }

    /** Whether the definition must not be shown: a user's holds the hash of a password. */
    public boolean secret() {
        return kind == Kind.USER;
    }

    /** Unique in the schema. */
    public String id() {
        return kind + " " + name;
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
