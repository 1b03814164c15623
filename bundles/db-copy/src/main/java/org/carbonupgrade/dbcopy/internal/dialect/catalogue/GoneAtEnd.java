package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is closed when it has been read to its end: not every driver closes what it was given. */
final class GoneAtEnd extends FilterInputStream {

    private boolean ended;

    GoneAtEnd(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        if (ended) {
            return -1;
        }
        int n = super.read(target, offset, wanted);
        if (n < 0) {
            ended = true;
            close();
        }
        return n;
    }
}
