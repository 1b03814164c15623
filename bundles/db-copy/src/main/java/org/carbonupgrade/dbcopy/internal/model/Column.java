package org.carbonupgrade.dbcopy.internal.model;

import org.carbonupgrade.dbcopy.digest.ColumnReader;

/** A column whose values are copied. Immutable. */
public final class Column {

    private final String name;
    private final int jdbcType;
    private final String type;
    private final ColumnReader reader;
    private final String selected;
    private final String parameter;

    /** One that is read and compared as it is. */
    public Column(String name, int jdbcType, String type, ColumnReader reader) {
        this(name, jdbcType, type, reader, "%s", "?");
    }

    /**
     * @param name as the catalogue has it, unquoted
     * @param type with size and nullability, for people and for comparing
     * @param selected how the reader wants it to be selected: {@code %s} stands for the column, such as {@code CAST(%s AS CHAR)}
     * @param parameter how a value, bound to the question mark, is written where the column is compared with it
     */
    public Column(String name, int jdbcType, String type, ColumnReader reader, String selected, String parameter) {
        this.name = name;
        this.jdbcType = jdbcType;
        this.type = type;
        this.reader = reader;
        this.selected = selected;
        this.parameter = parameter;
    }

    /** The same column, described in another way. */
    public Column withType(String described) {
        return new Column(name, jdbcType, described, reader, selected, parameter);
    }

    public String name() {
        return name;
    }

    /** Quoted for SQL. */
    public String sql() {
        return ObjectName.quote(name);
    }

    /** One of {@link java.sql.Types}. */
    public int jdbcType() {
        return jdbcType;
    }

    /** Type, size and nullability, such as {@code VARCHAR(255) NOT NULL}. */
    public String type() {
        return type;
    }

    /** The SQL that gives the column, or an expression of it that has its type, as its reader wants it. */
    public String selected(String expression) {
        return selected.replace("%s", expression);
    }

    /** The SQL of a value to compare the column with: a question mark, or more around it. */
    public String parameter() {
        return parameter;
    }

    public ColumnReader reader() {
        return reader;
    }
}
