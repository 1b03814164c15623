package org.carbonupgrade.dbcopy;

import java.util.Collections;
import java.util.List;

/** What a copy did. Immutable. */
public final class CopyResult {

    private final List<TableCopy> tables;
    private final long rows;
    private final long bytes;
    private final int objects;
    private final List<String> notCarried;
    private final String strategy;
    private final boolean resumed;
    private final long millis;

    /**
     * @param tables that this run copied; empty if the copy was complete already
     * @param rows of all tables together
     * @param bytes of content of all tables together; of a clone, its size on disk
     * @param objects how many schema objects the target has of the source's
     * @param notCarried what the source has and the target was not given, each with the reason
     * @param strategy how it was copied, and why so, for people
     * @param resumed whether an earlier run's copy was found
     * @param millis of this run
     */
    public CopyResult(
            List<TableCopy> tables,
            long rows,
            long bytes,
            int objects,
            List<String> notCarried,
            String strategy,
            boolean resumed,
            long millis) {
        this.tables = Collections.unmodifiableList(tables);
        this.rows = rows;
        this.bytes = bytes;
        this.objects = objects;
        this.notCarried = Collections.unmodifiableList(notCarried);
        this.strategy = strategy;
        this.resumed = resumed;
        this.millis = millis;
    }

    /** Table by table, sorted by name; empty if the copy was complete already; unmodifiable. */
    public List<TableCopy> tables() {
        return tables;
    }

    /** What could not be carried, each with the reason; unmodifiable. */
    public List<String> notCarried() {
        return notCarried;
    }

    /** How many tables, keys, indexes, sequences and so on the target was given. */
    public int objects() {
        return objects;
    }

    /** How it was copied, for people; if there is a faster way, also why that was not taken. */
    public String strategy() {
        return strategy;
    }

    /** Whether an earlier run's copy was found and continued, or found complete. */
    public boolean resumed() {
        return resumed;
    }

    /** Milliseconds of this run. */
    public long millis() {
        return millis;
    }

    /** Rows of all tables together. */
    public long rows() {
        return rows;
    }

    /** Bytes of content of all tables together; of a clone, its size on disk. */
    public long bytes() {
        return bytes;
    }
}
