package org.carbonupgrade.dbcopy;

import java.util.Collections;
import java.util.List;

/** How two databases compare. Immutable. */
public final class CompareResult {

    private final List<TableComparison> tables;
    private final List<SchemaDifference> schema;
    private final int objects;
    private final long millis;

    /** @param objects how many schema objects were compared */
    public CompareResult(List<TableComparison> tables, List<SchemaDifference> schema, int objects, long millis) {
        this.tables = Collections.unmodifiableList(tables);
        this.schema = Collections.unmodifiableList(schema);
        this.objects = objects;
        this.millis = millis;
    }

    /** Table by table, sorted by name: those that both have; unmodifiable. */
    public List<TableComparison> tables() {
        return tables;
    }

    /** What differs in the schema; unmodifiable. */
    public List<SchemaDifference> schema() {
        return schema;
    }

    /** How many schema objects were compared. */
    public int objects() {
        return objects;
    }

    public long millis() {
        return millis;
    }

    public boolean equal() {
        return schema.isEmpty() && tables.stream().allMatch(TableComparison::equal);
    }

    /** Rows of the source, all tables together. */
    public long rows() {
        return tables.stream().mapToLong(table -> table.source().rows()).sum();
    }
}
