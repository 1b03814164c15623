package org.carbonupgrade.dbcopy.internal.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.dbcopy.digest.RowDigest;

/** Values as people read them in a report: on one line, large ones shortened. */
final class Text {

    static final int MOST_CHARACTERS = 100;
    static final int MOST_BYTES = 32;

    /** What a digest counts for a value besides its content. */
    private static final int TAG_BYTES = Long.BYTES;

    private Text() {}

    /** A whole value, unquoted. */
    static String of(Object value) {
        if (value instanceof byte[]) {
            return "0x" + Hex.encodeHexString((byte[]) value);
        }
        return printable(value instanceof Object[] ? Arrays.deepToString((Object[]) value) : String.valueOf(value));
    }

    /** A value that may be large, read to its end by the digest; text is quoted, so that NULL is not 'NULL'. */
    static String shortened(Object value, RowDigest digest) {
        if (value instanceof InputStream) {
            return shortened((InputStream) value, digest);
        }
        if (value instanceof Reader) {
            return shortened((Reader) value, digest);
        }
        digest.value(value);
        if (value == null) {
            return "NULL";
        }
        if (value instanceof byte[]) {
            byte[] bytes = (byte[]) value;
            return binary(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES)), bytes.length);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value instanceof Object[] ? Arrays.deepToString((Object[]) value) : value.toString();
        return quoted(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)), text.length());
    }

    /** In characters that every report can hold: neither control characters nor half of one. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        }
        return printable.toString();
    }

    private static String shortened(InputStream content, RowDigest digest) {
        long before = digest.bytes();
        InputStream tee = digest.tee(content);
        byte[] first = new byte[MOST_BYTES];
        int n = readThrough(tee, () -> IOUtils.read(tee, first));
        return binary(Arrays.copyOf(first, n), digest.bytes() - before - TAG_BYTES);
    }

    private static String shortened(Reader content, RowDigest digest) {
        long before = digest.bytes();
        Reader tee = digest.tee(content);
        char[] first = new char[MOST_CHARACTERS];
        int n = readThrough(tee, () -> IOUtils.read(tee, first));
        return quoted(new String(first, 0, n), (digest.bytes() - before - TAG_BYTES) / Character.BYTES);
    }

    /** Closing a tee reads it to its end. */
    private static int readThrough(Closeable tee, Beginning beginning) {
        try {
            int n = beginning.read();
            tee.close();
            return n;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String binary(byte[] first, long length) {
        return String.format(
                Locale.ROOT,
                "%,d %s%s%s",
                length,
                length == 1 ? "byte" : "bytes",
                length == 0 ? "" : ": 0x" + Hex.encodeHexString(first),
                first.length < length ? "…" : "");
    }

    private static String quoted(String first, long length) {
        String quoted = "'" + printable(first.replace("'", "''"));
        return first.length() < length
                ? quoted + String.format(Locale.ROOT, "…' (%,d characters)", length)
                : quoted + "'";
    }

    /** Reads the beginning of a value. */
    @FunctionalInterface
    private interface Beginning {
        int read() throws IOException;
    }
}
