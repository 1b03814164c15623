package org.carbonupgrade.dbcopy.internal.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table with the columns that are copied and the key in whose order its rows are read. Immutable. */
public final class Table {

    private final String schema;
    private final String name;
    private final List<Column> columns;
    private final List<String> key;

    /**
     * @param schema unquoted
     * @param name unquoted
     * @param key names of the columns of its primary key, in key order, all among the columns; empty if it has none
     */
    public Table(String schema, String name, List<Column> columns, List<String> key) {
        this.schema = schema;
        this.name = name;
        this.columns = Collections.unmodifiableList(columns);
        this.key = Collections.unmodifiableList(key);
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        if (!names.containsAll(key)) {
            throw new IllegalArgumentException("the key " + key + " of " + name + " is not among its columns " + names);
        }
    }

    /** Qualified by its schema, for people and as the identity across databases. */
    public String name() {
        return schema + "." + name;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> key() {
        return key;
    }

    public boolean hasKey() {
        return !key.isEmpty();
    }

    /** Qualified and quoted for SQL. */
    public String sql() {
        return quote(schema) + "." + quote(name);
    }

    /** The columns, quoted, separated by commas. */
    public String columnsSql() {
        return columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
    }

    /** An identifier as standard SQL quotes it. */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
