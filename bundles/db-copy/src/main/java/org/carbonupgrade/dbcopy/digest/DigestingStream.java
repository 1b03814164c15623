package org.carbonupgrade.dbcopy.digest;

import java.io.IOException;
import java.io.InputStream;

/** Hands on bytes and adds them to a row's digest; closing it ends the value. */
final class DigestingStream extends InputStream {

    private final InputStream content;
    private final RowDigest digest;
    private long length;
    private boolean closed;

    DigestingStream(InputStream content, RowDigest digest) {
        this.content = content;
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int n = content.read(target, offset, wanted);
        if (n > 0) {
            digest.bytes(target, offset, n);
            length += n;
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            byte[] rest = new byte[RowDigest.BUFFER];
            while (read(rest, 0, rest.length) >= 0) {
                // read for the digest alone
            }
            digest.tag('X', length);
        }
    }
}
