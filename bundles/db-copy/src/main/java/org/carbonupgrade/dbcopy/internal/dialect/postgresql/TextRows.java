package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;

/** The text format: a row is a line, and no value has a line's end in it that is not escaped. */
final class TextRows extends CopiedRows {

    private boolean inRow;

    @Override
    void split(byte[] content) {
        int from = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                row.encoded(content, from, at + 1 - from);
                rowEnds();
                from = at + 1;
            }
        }
        row.encoded(content, from, content.length - from);
        inRow = from < content.length;
    }

    @Override
    void requireEnd() throws SQLException {
        if (inRow) {
            throw new SQLException("a COPY stream that ends within a row");
        }
    }
}
