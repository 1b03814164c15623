package org.carbonupgrade.internal.pack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * How much of a zip is its table of contents, which is read into memory as a whole: what the zip says of its entries' number need not
 * be true, where the table begins has to be.
 */
final class ZipDirectory {

    /** Of some 80,000 entries; a Carbon product has a tenth of that. */
    private static final long MOST_BYTES = 8L << 20;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END_OFFSET = 16;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final int LOCATOR_BYTES = 20;
    private static final int LOCATOR_OFFSET = 8;
    private static final int END64_OFFSET = 48;

    private ZipDirectory() {}

    /** @throws IOException if there is more of it than an honest pack has, or if there is none */
    static void requireHonest(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            long bytes = file.length() - begin(file);
            if (bytes > MOST_BYTES) {
                throw new IOException("its table of contents has " + bytes + " bytes: it is no honest pack");
            }
        }
    }

    private static long begin(RandomAccessFile file) throws IOException {
        int tail = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT);
        ByteBuffer end = read(file, file.length() - tail, tail);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            if (end.getInt(at) == END) {
                long offset = end.getInt(at + END_OFFSET) & IN_ZIP64;
                return offset == IN_ZIP64 ? begin64(file, file.length() - tail + at - LOCATOR_BYTES) : offset;
            }
        }
        throw new IOException("it is no zip, or its end is missing");
    }

    private static long begin64(RandomAccessFile file, long locator) throws IOException {
        long end64 = read(file, locator, LOCATOR_BYTES).getLong(LOCATOR_OFFSET);
        return read(file, end64, END64_OFFSET + Long.BYTES).getLong(END64_OFFSET);
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int bytes) throws IOException {
        if (at < 0 || at > file.length() - bytes) {
            throw new IOException("it is no zip, or its end is missing");
        }
        byte[] content = new byte[bytes];
        file.seek(at);
        file.readFully(content);
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
