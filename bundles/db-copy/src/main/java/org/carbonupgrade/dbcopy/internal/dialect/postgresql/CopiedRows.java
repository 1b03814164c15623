package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.Arrays;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** Tells the rows in a stream of {@code COPY} apart and digests them as they stand there. */
abstract class CopiedRows {

    private static final byte[] NOTHING = {};

    /** The beginning of what has no end yet. A server sends whole rows, so that there is none, most often. */
    private byte[] held = NOTHING;

    private int length;
    private TableDigest digest = TableDigest.EMPTY;
    private long bytes;

    /** The next bytes of the stream, which may begin and end anywhere. */
    final void take(byte[] content) throws SQLException {
        bytes += content.length;
        if (length == 0) {
            hold(content, split(content, content.length), content.length);
        } else {
            if (length + content.length > held.length) {
                held = Arrays.copyOf(held, Math.max(length + content.length, 2 * length));
            }
            System.arraycopy(content, 0, held, length, content.length);
            length += content.length;
            hold(held, split(held, length), length);
        }
    }

    /** Digests the rows that are whole; gives where the first one begins that is not. */
    abstract int split(byte[] content, int to) throws SQLException;

    /** Refuses a stream that ends in the middle. */
    void requireEnd() throws SQLException {
        if (length > 0) {
            throw new SQLException("a COPY stream that ends within a row");
        }
    }

    final void row(byte[] content, int from, int to) {
        digest = digest.plus(TableDigest.ofEncoded(content, from, to - from));
    }

    final TableDigest digest() {
        return digest;
    }

    final long bytes() {
        return bytes;
    }

    private void hold(byte[] content, int from, int to) {
        length = to - from;
        if (length == 0) {
            held = NOTHING;
        } else if (from > 0 || content != held) {
            held = Arrays.copyOfRange(content, from, to);
        }
    }
}
