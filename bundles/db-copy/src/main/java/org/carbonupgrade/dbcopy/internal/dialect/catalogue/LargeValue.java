package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * A large object between two servers. Drivers read it when the batch is executed, by which time the one it comes from has gone on to
 * the next row: until then it is kept in memory or, if it is larger, in a temporary file that goes when it has been read.
 */
public final class LargeValue {

    private static final int IN_MEMORY = 256 << 10;
    private static final int BUFFER = 8192;

    private final DeferredFileOutputStream kept =
            new DeferredFileOutputStream(IN_MEMORY, "carbon-upgrade", ".lob", null);
    private final boolean text;

    private LargeValue(boolean text) {
        this.text = text;
    }

    /** Reads a stream, or a reader, to its end. */
    public static LargeValue of(Object content) throws SQLException {
        return content instanceof Reader ? ofText((Reader) content) : ofBytes((InputStream) content);
    }

    public boolean isEmpty() {
        return kept.getByteCount() == 0;
    }

    private static LargeValue ofBytes(InputStream content) throws SQLException {
        return new LargeValue(false).fill(out -> {
            byte[] buffer = new byte[BUFFER];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                out.write(buffer, 0, n);
            }
        });
    }

    /** Two bytes a character: an encoder would replace lone surrogates. */
    private static LargeValue ofText(Reader content) throws SQLException {
        return new LargeValue(true).fill(out -> {
            char[] buffer = new char[BUFFER];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    out.write(buffer[i] >> 8);
                    out.write(buffer[i]);
                }
            }
        });
    }

    /** With its length: not every driver takes a stream without. */
    public void bind(PreparedStatement statement, int index) throws SQLException {
        try {
            long length = text ? kept.getByteCount() / 2 : kept.getByteCount();
            if (text && length <= Integer.MAX_VALUE) {
                statement.setCharacterStream(index, new WideReader(content()), (int) length);
            } else if (text) {
                statement.setCharacterStream(index, new WideReader(content()), length);
            } else if (length <= Integer.MAX_VALUE) {
                statement.setBinaryStream(index, content(), (int) length);
            } else {
                statement.setBinaryStream(index, content(), length);
            }
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    private InputStream content() throws IOException {
        return kept.isInMemory()
                ? new ByteArrayInputStream(kept.getData())
                : new GoneAtEnd(Files.newInputStream(kept.getFile().toPath(), StandardOpenOption.DELETE_ON_CLOSE));
    }

    private LargeValue fill(Filling filling) throws SQLException {
        try {
            filling.fill(kept);
            kept.close();
            return this;
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    private static SQLException unkept(IOException e) {
        return new SQLException("a large object cannot be kept until it is written", e);
    }

    /** Writes a value. */
    private interface Filling {
        void fill(OutputStream out) throws IOException;
    }
}
