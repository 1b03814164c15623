package org.carbonupgrade.dbcopy;

import org.carbonupgrade.dbcopy.digest.TableDigest;

/** What was copied of one table. Immutable. */
public final class TableCopy {

    private final String table;
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
        this.table = table;
        this.digest = digest;
        this.bytes = bytes;
        this.millis = millis;
        this.lane = lane;
    }

    public String table() {
        return table;
    }

    /** Rows and digest as they were read from the source. */
    public TableDigest digest() {
        return digest;
    }

    /** Bytes of content, all columns together. */
    public long bytes() {
        return bytes;
    }

    /** Milliseconds that this run spent on the table. */
    public long millis() {
        return millis;
    }

    /** How the rows went. */
    public String lane() {
        return lane;
    }
}
