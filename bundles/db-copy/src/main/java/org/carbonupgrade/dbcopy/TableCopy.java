package org.carbonupgrade.dbcopy;

import java.util.Objects;
import java.util.Optional;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** What was copied of one table. Immutable. */
public final class TableCopy {

    private final String table;
    private final long rows;
    private final TableDigest digest;
    private final long bytes;
    private final long millis;
    private final String lane;

    /**
     * @param digest of the rows as they were read from the source
     * @param bytes of content that was moved
     * @param millis that this run spent on the table; 0 if an earlier run had finished it
     * @param lane how the rows went, such as {@code jdbc}
     */
    public TableCopy(String table, TableDigest digest, long bytes, long millis, String lane) {
        this(table, digest.rows(), digest, bytes, millis, lane);
    }

    private TableCopy(String table, long rows, TableDigest digest, long bytes, long millis, String lane) {
        this.table = Objects.requireNonNull(table, "table");
        this.rows = rows;
        this.digest = digest;
        this.bytes = bytes;
        this.millis = millis;
        this.lane = Objects.requireNonNull(lane, "lane");
    }

    /** A table that came with the whole database: its rows were counted where they arrived, and nothing else is known. */
    public static TableCopy counted(String table, long rows, String lane) {
        return new TableCopy(table, rows, null, 0, 0, lane);
    }

    public String table() {
        return table;
    }

    public long rows() {
        return rows;
    }

    /** Rows and digest as they were read from the source; empty if the rows were not read one by one, as in a clone. */
    public Optional<TableDigest> digest() {
        return Optional.ofNullable(digest);
    }

    /** Bytes of content, all columns together; 0 if that was not measured, as in a clone. */
    public long bytes() {
        return bytes;
    }

    /** Milliseconds that this run spent on the table; 0 if it came with the whole database. */
    public long millis() {
        return millis;
    }

    /** How the rows went. */
    public String lane() {
        return lane;
    }
}
