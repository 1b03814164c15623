package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Reads text that was written as two bytes a character. */
final class WideReader extends Reader {

    private final InputStream content;

    WideReader(InputStream content) {
        this.content = new BufferedInputStream(content);
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        int n = 0;
        while (n < wanted) {
            int high = content.read();
            if (high < 0) {
                return n == 0 ? -1 : n;
            }
            target[offset + n++] = (char) (high << 8 | content.read());
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
