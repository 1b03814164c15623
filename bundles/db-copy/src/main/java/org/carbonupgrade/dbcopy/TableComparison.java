package org.carbonupgrade.dbcopy;

import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** How the rows of one table compare. Immutable. */
public final class TableComparison {

    private final String table;
    private final TableDigest source;
    private final TableDigest target;
    private final List<RowDifference> differences;

    /** @param differences where they differ; may be cut short, but is not empty if the digests differ */
    public TableComparison(String table, TableDigest source, TableDigest target, List<RowDifference> differences) {
        this.table = table;
        this.source = source;
        this.target = target;
        this.differences = Collections.unmodifiableList(differences);
    }

    public String table() {
        return table;
    }

    /** Rows and digest of the source. */
    public TableDigest source() {
        return source;
    }

    /** Rows and digest of the target, read from the target. */
    public TableDigest target() {
        return target;
    }

    /** Which rows differ, at most {@value #MOST_DIFFERENCES} runs of them; unmodifiable. */
    public List<RowDifference> differences() {
        return differences;
    }

    public boolean equal() {
        return source.equals(target);
    }

    /** How many runs of differing rows are named for one table. */
    public static final int MOST_DIFFERENCES = 100;
}
