package org.carbonupgrade.dbcopy.internal.compare;

import java.util.Arrays;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** What a comparison keeps of a row. Immutable. */
final class Row {

    private final Object[] key;
    private final TableDigest digest;

    /** @param key the values of its key; empty for a table without one */
    Row(Object[] key, TableDigest digest) {
        this.key = key;
        this.digest = digest;
    }

    Object[] key() {
        return key;
    }

    TableDigest digest() {
        return digest;
    }

    boolean hasSameKey(Row other) {
        return Arrays.deepEquals(key, other.key);
    }

    boolean equalTo(Row other) {
        return digest.equals(other.digest);
    }
}
