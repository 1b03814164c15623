package org.carbonupgrade.dbcopy.internal.dialect;

/** How large a table is, as far as the database knows without reading it. Immutable. */
public final class TableSize {

    private final long rows;
    private final long bytes;
    private final long pages;

    /** @param pages of the table alone, without what lies elsewhere, or 0 where a database has none */
    public TableSize(long rows, long bytes, long pages) {
        this.rows = rows;
        this.bytes = bytes;
        this.pages = pages;
    }

    public long rows() {
        return rows;
    }

    public long bytes() {
        return bytes;
    }

    public long pages() {
        return pages;
    }
}
