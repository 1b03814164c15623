package org.carbonupgrade.dbcopy.internal.model;

import org.carbonupgrade.dbcopy.digest.ColumnReader;

/** A column whose values are copied. Immutable. */
public final class Column {

    private final String name;
    private final int jdbcType;
    private final String type;
    private final ColumnReader reader;

    /**
     * @param name as the catalogue has it, unquoted
     * @param type with size and nullability, for people and for comparing
     */
    public Column(String name, int jdbcType, String type, ColumnReader reader) {
        this.name = name;
        this.jdbcType = jdbcType;
        this.type = type;
        this.reader = reader;
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

    public ColumnReader reader() {
        return reader;
    }
}
