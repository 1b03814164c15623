package org.carbonupgrade.dbcopy.digest;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;

/** Hands on text and adds it to a row's digest; closing it ends the value. */
final class DigestingReader extends Reader {

    private final Reader content;
    private final RowDigest digest;
    private long length;
    private boolean closed;

    DigestingReader(Reader content, RowDigest digest) {
        this.content = content;
        this.digest = digest;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        int n = content.read(target, offset, wanted);
        if (n > 0) {
            digest.text(CharBuffer.wrap(target, offset, n));
            length += n;
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            char[] rest = new char[RowDigest.BUFFER];
            while (read(rest, 0, rest.length) >= 0) {
                // read for the digest alone
            }
            digest.tag('T', length);
        }
    }
}
