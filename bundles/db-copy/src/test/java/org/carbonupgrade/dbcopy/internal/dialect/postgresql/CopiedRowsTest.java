package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.junit.Test;

public class CopiedRowsTest {

    private static final String HEADER = "5047434f50590aff0d0a00" + "00000000" + "00000000";
    private static final String TWO_FIELDS = "0002" + "00000003" + "616263" + "ffffffff";
    private static final String NO_FIELDS = "0000";
    private static final String EMPTY_FIELD = "0001" + "00000000";
    private static final String END = "ffff";

    @Test
    public void tellsTheSameRowsHoweverTheStreamIsCut() throws Exception {
        byte[] stream = hex(HEADER + TWO_FIELDS + NO_FIELDS + EMPTY_FIELD + TWO_FIELDS + END);
        TableDigest whole = digest(new BinaryRows(), stream, stream.length);

        assertEquals(4, whole.rows());
        for (int piece = 1; piece < stream.length; piece++) {
            assertEquals("pieces of " + piece, whole, digest(new BinaryRows(), stream, piece));
        }
        byte[] text = "a\tb\n\\N\n\nc\n".getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece < text.length; piece++) {
            assertEquals(
                    "pieces of " + piece,
                    digest(new TextRows(), text, text.length),
                    digest(new TextRows(), text, piece));
        }
    }

    @Test
    public void doesNotMindTheOrderOfRowsButTheirNumber() throws Exception {
        byte[] stream = hex(HEADER + TWO_FIELDS + EMPTY_FIELD + END);
        byte[] turned = hex(HEADER + EMPTY_FIELD + TWO_FIELDS + END);
        byte[] doubled = hex(HEADER + TWO_FIELDS + TWO_FIELDS + EMPTY_FIELD + END);

        TableDigest digest = digest(new BinaryRows(), stream, stream.length);

        assertEquals(digest, digest(new BinaryRows(), turned, turned.length));
        assertNotEquals(digest, digest(new BinaryRows(), doubled, doubled.length));
    }

    @Test
    public void skipsWhatAHeaderIsExtendedBy() throws Exception {
        byte[] plain = hex(HEADER + TWO_FIELDS + END);
        byte[] extended = hex(HEADER.substring(0, 30) + "00000002" + "cafe" + TWO_FIELDS + END);

        assertEquals(digest(new BinaryRows(), plain, 7), digest(new BinaryRows(), extended, 7));
    }

    @Test
    public void refusesAStreamThatEndsInTheMiddle() throws Exception {
        for (String stream : Arrays.asList(
                HEADER.substring(2), HEADER, HEADER + TWO_FIELDS, HEADER + TWO_FIELDS.substring(2) + END)) {
            byte[] content = hex(stream);
            assertThrows(stream, SQLException.class, () -> digest(new BinaryRows(), content, content.length));
        }
        byte[] content = hex(HEADER + END + NO_FIELDS);
        assertThrows(SQLException.class, () -> digest(new BinaryRows(), content, content.length));
        assertThrows(SQLException.class, () -> digest(new TextRows(), new byte[] {'a'}, 1));
    }

    private static TableDigest digest(CopiedRows rows, byte[] stream, int piece) throws SQLException {
        ByteBuffer rest = ByteBuffer.wrap(stream);
        while (rest.hasRemaining()) {
            byte[] content = new byte[Math.min(piece, rest.remaining())];
            rest.get(content);
            rows.take(content);
        }
        rows.requireEnd();
        return rows.digest();
    }

    private static byte[] hex(String text) throws DecoderException {
        return Hex.decodeHex(text);
    }
}
