package org.carbonupgrade.dbcopy.internal.dialect;

import org.carbonupgrade.dbcopy.digest.TableDigest;

/** What went through a lane. Immutable. */
public final class Passed {

    private final TableDigest digest;
    private final long bytes;

    /** @param bytes of content */
    public Passed(TableDigest digest, long bytes) {
        this.digest = digest;
        this.bytes = bytes;
    }

    public TableDigest digest() {
        return digest;
    }

    public long bytes() {
        return bytes;
    }
}
