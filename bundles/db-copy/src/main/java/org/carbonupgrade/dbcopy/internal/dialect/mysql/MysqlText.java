package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.carbonupgrade.dbcopy.digest.ColumnReader;

/**
 * Reads a text column as the bytes that the database stores: a conversion on the way could lose some. As text it is given only where
 * Java gives the very same bytes back.
 */
final class MysqlText implements ColumnReader {

    private static final Map<String, String> IN_JAVA = new HashMap<>();

    static {
        IN_JAVA.put("ascii", "US-ASCII");
        IN_JAVA.put("latin1", "windows-1252");
        IN_JAVA.put("utf8", "UTF-8");
        IN_JAVA.put("utf8mb3", "UTF-8");
        IN_JAVA.put("utf8mb4", "UTF-8");
        IN_JAVA.put("ucs2", "UTF-16BE");
        IN_JAVA.put("utf16", "UTF-16BE");
    }

    private final Charset charset;

    MysqlText(String charset) {
        String name = IN_JAVA.get(charset);
        this.charset = name == null ? null : Charset.forName(name);
    }

    @Override
    public Object read(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null || charset == null) {
            return bytes;
        }
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    /** What {@link #read} gave, as bytes. */
    byte[] bytes(Object value) {
        return value instanceof byte[] ? (byte[]) value : ((String) value).getBytes(charset);
    }
}
