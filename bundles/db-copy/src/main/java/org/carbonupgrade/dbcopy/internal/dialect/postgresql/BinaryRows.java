package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;

/**
 * The binary format: a header, then rows of a number of fields, each a length, -1 for null, and so many bytes; a number of -1 is the
 * end. A row is digested from its number of fields to its last byte.
 */
final class BinaryRows extends CopiedRows {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int NOT_WHOLE = -1;

    private boolean begun;
    private boolean ended;

    @Override
    int split(byte[] content, int to) throws SQLException {
        int at = begun ? 0 : header(content, to);
        while (begun && at < to) {
            if (ended) {
                throw new SQLException("bytes behind the end of a COPY stream");
            }
            int end = end(content, at, to);
            if (end == NOT_WHOLE) {
                return at;
            }
            if (!ended) {
                row(content, at, end);
            }
            at = end;
        }
        return at;
    }

    /** Where the header ends, whose last part says how long it is; 0 if it is not whole. */
    private int header(byte[] content, int to) {
        int at = SIGNATURE_AND_FLAGS + Integer.BYTES;
        if (to < at || to - at < number(content, SIGNATURE_AND_FLAGS)) {
            return 0;
        }
        begun = true;
        return at + number(content, SIGNATURE_AND_FLAGS);
    }

    private int end(byte[] content, int from, int to) {
        int at = from + Short.BYTES;
        if (at > to) {
            return NOT_WHOLE;
        }
        int fields = (short) (content[from] << 8 | content[from + 1] & 0xff);
        ended = fields < 0;
        for (int field = 0; field < fields; field++) {
            if (to - at < Integer.BYTES) {
                return NOT_WHOLE;
            }
            int length = Math.max(0, number(content, at));
            at += Integer.BYTES;
            if (to - at < length) {
                return NOT_WHOLE;
            }
            at += length;
        }
        return at;
    }

    private static int number(byte[] content, int at) {
        return content[at] << 24
                | (content[at + 1] & 0xff) << 16
                | (content[at + 2] & 0xff) << 8
                | content[at + 3] & 0xff;
    }

    @Override
    void requireEnd() throws SQLException {
        super.requireEnd();
        if (!ended) {
            throw new SQLException("a COPY stream without an end");
        }
    }
}
