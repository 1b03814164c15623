package org.carbonupgrade.dbcopy.digest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Digests the values of one row after the other. Every value is written as its content, a tag and its length, so that no two
 * different rows have the same encoding: null is not empty, "ab","c" is not "a","bc", 1 is not "1".
 *
 * <p>An instance belongs to one thread and is used again for the next row after {@link #finish()}.
 */
public final class RowDigest {

    static final int BUFFER = 8192;

    private final MessageDigest md5 = md5();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long bytes;

    /**
     * Adds the next value of the row: null, Boolean, any whole Number, Float, Double, CharSequence, byte[], Object[],
     * InputStream or Reader. A stream is read to its end and left open; anything else is digested as its text.
     *
     * @throws UncheckedIOException if a stream can't be read
     */
    public RowDigest value(Object value) {
        if (value == null) {
            tag('0', 0);
        } else if (value instanceof Boolean) {
            tag('B', (Boolean) value ? 1 : 0);
        } else if (value instanceof Float) {
            tag('F', Float.floatToRawIntBits((Float) value));
        } else if (value instanceof Double) {
            tag('D', Double.doubleToRawLongBits((Double) value));
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            tag('N', ((Number) value).longValue());
        } else if (value instanceof byte[]) {
            bytes((byte[]) value, 0, ((byte[]) value).length);
            tag('X', ((byte[]) value).length);
        } else if (value instanceof InputStream) {
            readThrough(tee((InputStream) value));
        } else if (value instanceof Reader) {
            readThrough(tee((Reader) value));
        } else if (value instanceof Object[]) {
            for (Object element : (Object[]) value) {
                value(element);
            }
            tag('A', ((Object[]) value).length);
        } else {
            String text = value.toString();
            text(text);
            tag('T', text.length());
        }
        return this;
    }

    /**
     * The same content as a stream for somebody else to read, which adds it as the next value on the way. It must be closed
     * before the next value is added; what was not read by then is added nevertheless. The given stream is left open.
     */
    public InputStream tee(InputStream content) {
        return new DigestingStream(content, this);
    }

    /** As {@link #tee(InputStream)}, for text. */
    public Reader tee(Reader content) {
        return new DigestingReader(content, this);
    }

    /** The digest of the values added since the last call: one row. */
    public TableDigest finish() {
        flush();
        ByteBuffer digest = ByteBuffer.wrap(md5.digest());
        return new TableDigest(1, digest.getLong(), digest.getLong());
    }

    /** How many bytes of content this instance has digested, all rows together; a character counts as two, a number as eight. */
    public long bytes() {
        return bytes;
    }

    void tag(char tag, long number) {
        room(1 + Long.BYTES).put((byte) tag).putLong(number);
        bytes += Long.BYTES;
    }

    /** Character by character: an encoder would replace lone surrogates, and two different texts would look alike. */
    void text(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            room(Character.BYTES).putChar(text.charAt(i));
        }
        bytes += (long) text.length() * Character.BYTES;
    }

    void bytes(byte[] content, int offset, int length) {
        flush();
        md5.update(content, offset, length);
        bytes += length;
    }

    /** Closing a tee reads it to its end. */
    private static void readThrough(Closeable tee) {
        try {
            tee.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer room(int needed) {
        if (buffer.remaining() < needed) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        md5.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no MD5, which every Java platform must have", e);
        }
    }
}
