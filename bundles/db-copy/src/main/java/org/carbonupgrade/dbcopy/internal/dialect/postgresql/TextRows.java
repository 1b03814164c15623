package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

/** The text format: a row is a line, and no value has a line's end in it that is not escaped. */
final class TextRows extends CopiedRows {

    @Override
    int split(byte[] content, int to) {
        int from = 0;
        for (int at = 0; at < to; at++) {
            if (content[at] == '\n') {
                row(content, from, at + 1);
                from = at + 1;
            }
        }
        return from;
    }
}
