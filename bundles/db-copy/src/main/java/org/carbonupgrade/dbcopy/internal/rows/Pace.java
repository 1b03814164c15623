package org.carbonupgrade.dbcopy.internal.rows;

/**
 * How many rows of one table to ask for next: so many that they stay near the limit of bytes if they are as wide as those before.
 * Asking for too many wide rows would fill the memory, for too few narrow ones waste the time.
 */
public final class Pace {

    private static final int FIRST = 64;
    private static final int FASTER = 8;

    private final ChunkLimits limits;
    private int rows;

    public Pace(ChunkLimits limits) {
        this.limits = limits;
        this.rows = Math.min(FIRST, limits.rows());
    }

    /** How many rows the next chunk may have. */
    public int rows() {
        return rows;
    }

    /** After so many bytes the chunk ends. */
    public long bytes() {
        return limits.bytes();
    }

    /** Tells what the last chunk was like. */
    public void took(int chunk, long bytes) {
        if (chunk > 0) {
            long fitting = limits.bytes() / Math.max(1, bytes / chunk);
            rows = (int) Math.max(1, Math.min(Math.min(fitting, limits.rows()), (long) rows * FASTER));
        }
    }
}
