package org.carbonupgrade.dbcopy;

import java.util.Collections;
import java.util.List;

/** How a database's schema compares with what a create script makes. Immutable. */
public final class ScriptComparison {

    private final List<SchemaDrift> drifts;
    private final int tables;
    private final int indexes;

    /**
     * @param tables how many tables the script makes
     * @param indexes how many indexes and keys it makes
     */
    public ScriptComparison(List<SchemaDrift> drifts, int tables, int indexes) {
        this.drifts = Collections.unmodifiableList(drifts);
        this.tables = tables;
        this.indexes = indexes;
    }

    /** Where they differ; unmodifiable. */
    public List<SchemaDrift> drifts() {
        return drifts;
    }

    /** How many tables the script makes. */
    public int tables() {
        return tables;
    }

    /** How many indexes and keys the script makes. */
    public int indexes() {
        return indexes;
    }
}
