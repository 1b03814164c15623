package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;

/**
 * The binary format: a header, then rows of a number of fields, each a length, -1 for null, and so many bytes; a number of -1 is the
 * end. A row is digested from its number of fields to its last byte.
 */
final class BinaryRows extends CopiedRows {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int END = 0xFFFF;

    private enum Part {
        SIGNATURE,
        EXTENSION_LENGTH,
        EXTENSION,
        FIELDS,
        LENGTH,
        FIELD,
        NOTHING
    }

    private Part part = Part.SIGNATURE;
    private int missing = SIGNATURE_AND_FLAGS;
    private int number;
    private int fields;

    @Override
    void split(byte[] content) throws SQLException {
        int at = 0;
        int rowFrom = 0;
        while (at < content.length) {
            if (part == Part.NOTHING) {
                throw new SQLException("bytes behind the end of a COPY stream");
            }
            if (part == Part.SIGNATURE || part == Part.EXTENSION || part == Part.FIELD) {
                int step = Math.min(missing, content.length - at);
                at += step;
                missing -= step;
            } else {
                number = number << 8 | content[at++] & 0xff;
                missing--;
            }
            while (missing == 0 && part != Part.NOTHING) {
                rowFrom = next(content, rowFrom, at);
            }
        }
        digest(content, rowFrom, at);
    }

    /** Goes on to the next part; gives where the bytes begin that are still to be digested. */
    private int next(byte[] content, int rowFrom, int at) {
        switch (part) {
            case SIGNATURE:
                expect(Part.EXTENSION_LENGTH, 4);
                return at;
            case EXTENSION_LENGTH:
                expect(Part.EXTENSION, number);
                return at;
            case EXTENSION:
                expect(Part.FIELDS, 2);
                return at;
            case FIELDS:
                if (number == END) {
                    expect(Part.NOTHING, 0);
                    return at;
                }
                fields = number;
                row.encoded(new byte[] {(byte) (number >> 8), (byte) number}, 0, 2);
                field();
                return at;
            case LENGTH:
                fields--;
                expect(Part.FIELD, Math.max(0, number));
                return rowFrom;
            default:
                if (fields > 0) {
                    field();
                    return rowFrom;
                }
                digest(content, rowFrom, at);
                rowEnds();
                expect(Part.FIELDS, 2);
                return at;
        }
    }

    private void field() {
        if (fields > 0) {
            expect(Part.LENGTH, 4);
        } else {
            expect(Part.FIELD, 0);
        }
    }

    private void expect(Part next, int bytes) {
        part = next;
        missing = bytes;
        number = 0;
    }

    /** The number of fields is digested when it is known not to be the end. */
    private void digest(byte[] content, int from, int to) {
        if (part == Part.LENGTH || part == Part.FIELD) {
            row.encoded(content, from, to - from);
        }
    }

    @Override
    void requireEnd() throws SQLException {
        if (part != Part.NOTHING) {
            throw new SQLException("a COPY stream without an end");
        }
    }
}
