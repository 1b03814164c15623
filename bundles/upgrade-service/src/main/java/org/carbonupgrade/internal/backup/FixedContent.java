package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The content of a file in exactly the length that was announced, whatever becomes of the file meanwhile: what is too much is left
 * out, what is missing are zeros, and either is known afterwards.
 */
final class FixedContent {

    private final InputStream in;
    private final long length;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private boolean differs;

    FixedContent(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    void copyTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int wanted = (int) Math.min(left, buffer.length);
            int read = differs ? -1 : in.read(buffer, 0, wanted);
            if (read < 0) {
                differs = true;
                read = wanted;
                Arrays.fill(buffer, 0, read, (byte) 0);
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            left -= read;
        }
        differs |= in.read() >= 0;
    }

    /** Of what was written. */
    String sha256() {
        return Hex.encodeHexString(digest.digest());
    }

    /** Whether the file was longer or shorter. */
    boolean differs() {
        return differs;
    }
}
