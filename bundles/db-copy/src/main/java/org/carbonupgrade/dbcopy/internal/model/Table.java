package org.carbonupgrade.dbcopy.internal.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table with the columns that are copied and the key in whose order its rows are read. Immutable. */
public final class Table {

    private final ObjectName name;
    private final String rows;
    private final List<Column> columns;
    private final List<String> key;

    /**
     * @param columns those whose values are copied, in the table's order
     * @param key names of the columns of its primary key, in key order, all among the columns; empty if it has none
     */
    public Table(ObjectName name, List<Column> columns, List<String> key) {
        this(name, name.sql(), columns, key);
    }

    /** @param rows what its own rows are selected from, where the name alone would give other tables' rows too */
    public Table(ObjectName name, String rows, List<Column> columns, List<String> key) {
        this.name = name;
        this.rows = rows;
        this.columns = Collections.unmodifiableList(columns);
        this.key = Collections.unmodifiableList(key);
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        if (!names.containsAll(key)) {
            throw new IllegalArgumentException("the key " + key + " of " + name + " is not among its columns " + names);
        }
    }

    /** Qualified; its text is the table's identity in reports. */
    public ObjectName name() {
        return name;
    }

    /** What its own rows are selected from, in SQL. */
    public String rowsSql() {
        return rows;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The names of the columns, in their order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.toList());
    }

    public List<String> key() {
        return key;
    }

    public boolean hasKey() {
        return !key.isEmpty();
    }

    /** The same table, read as one that has no key. */
    public Table withoutKey() {
        return new Table(name, rows, columns, Collections.emptyList());
    }

    /** Where a column stands in the list of columns, counted from 0. */
    public int position(String column) {
        int at = 0;
        while (!columns.get(at).name().equals(column)) {
            at++;
        }
        return at;
    }

    /** The columns, quoted, separated by commas. */
    public String columnsSql() {
        return columns.stream().map(Column::sql).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
