package org.carbonupgrade.internal.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much may come out of a pack: less than the disk has room for, and no more than honest compression yields. */
final class UnpackLimit {

    private static final long HONEST_RATIO = 100;
    private static final long ALWAYS = 64L << 20;
    private static final long RESERVE = 64L << 20;

    private final long most;
    private long bytes;

    UnpackLimit(Path pack, Path target) throws IOException {
        long honest = Math.max(ALWAYS, HONEST_RATIO * Files.size(pack));
        this.most = Math.min(honest, Files.getFileStore(target).getUsableSpace() - RESERVE);
    }

    /** What was read so far. */
    long bytes() {
        return bytes;
    }

    /** Counts what is really read: what a zip says of its sizes need not be true. */
    InputStream counting(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    private void count(int read) throws IOException {
        bytes += read;
        if (bytes > most) {
            throw new IOException(
                    "more than " + most + " bytes come out of it: it is no honest pack, or the disk is too full");
        }
    }
}
