package org.carbonupgrade.dbcopy.internal.rows;

/**
 * How much of a table is read, and written in one transaction, at once. A database's driver holds a chunk's rows in memory, apart
 * from their large objects. Immutable.
 */
public final class ChunkLimits {

    /** What fits into 128 MB of heap many times over, and is large enough for a commit not to count. */
    public static final ChunkLimits DEFAULT = new ChunkLimits(5000, 16 << 20);

    /** What is handed to a database with one call. */
    public static final ChunkLimits BATCH = new ChunkLimits(250, 1 << 20);

    private static final long PART = 16;

    private final int rows;
    private final long bytes;

    /**
     * @param rows the most rows of a chunk, 1 or more
     * @param bytes of content after which a chunk ends with the row that reached it, 1 or more
     */
    public ChunkLimits(int rows, long bytes) {
        if (rows < 1 || bytes < 1) {
            throw new IllegalArgumentException("a chunk of " + rows + " rows and " + bytes + " bytes");
        }
        this.rows = rows;
        this.bytes = bytes;
    }

    /** So many bytes are a part of a table where its rows go through without being held: few parts are quicker. */
    public long partBytes() {
        return PART * bytes;
    }

    /** The smaller of each of the two limits. */
    public ChunkLimits atMost(ChunkLimits other) {
        return new ChunkLimits(Math.min(rows, other.rows), Math.min(bytes, other.bytes));
    }

    /** After so many rows a chunk ends. */
    public int rows() {
        return rows;
    }

    /** After so many bytes a chunk ends. */
    public long bytes() {
        return bytes;
    }
}
