package org.carbonupgrade.internal.merge.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.merge.MergeException;

/** How an XML file's bytes are its characters, there and back without loss. */
final class XmlEncoding {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private final String where;
    private final Charset charset;
    private final boolean marked;

    private XmlEncoding(String where, Charset charset, boolean marked) {
        this.where = where;
        this.charset = charset;
        this.marked = marked;
    }

    /** Finds the encoding by the byte order mark and the declaration, as a parser does. */
    static XmlEncoding of(String where, byte[] bytes) {
        Charset wide = wideCharset(bytes);
        if (wide != null) {
            return new XmlEncoding(where, wide, at(bytes, 0) >= 0xFE);
        }
        boolean marked = at(bytes, 0) == 0xEF && at(bytes, 1) == 0xBB && at(bytes, 2) == 0xBF;
        int start = marked ? 3 : 0;
        String head = new String(bytes, start, Math.min(bytes.length - start, 400), StandardCharsets.ISO_8859_1);
        Charset declared = declared(where, head);
        if (marked && !StandardCharsets.UTF_8.equals(declared)) {
            throw fault(where, "it starts with a UTF-8 byte order mark, but declares " + declared);
        }
        if (declared.name().startsWith("UTF-16")) {
            throw fault(where, "it declares " + declared + ", but is not written so");
        }
        return new XmlEncoding(where, declared, marked);
    }

    private static Charset wideCharset(byte[] bytes) {
        int first = at(bytes, 0);
        int second = at(bytes, 1);
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFF && second == 0xFE || first == '<' && second == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private static Charset declared(String where, String head) {
        Matcher declaration = DECLARED.matcher(head);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declaration.group(1));
        } catch (UnsupportedCharsetException e) {
            throw fault(where, "its encoding '" + declaration.group(1) + "' is not known to this JVM");
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    /** The characters, without the byte order mark. */
    String decode(byte[] bytes) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            text = marked ? text.substring(1) : text;
            if (!Arrays.equals(encode(text), bytes)) {
                throw fault(where, "it does not come back the same from " + charset);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw fault(where, "it holds bytes that are not " + charset);
        }
    }

    byte[] encode(String text) {
        try {
            ByteBuffer encoded = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(marked ? BYTE_ORDER_MARK + text : text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw fault(where, "the result holds a character in a comment or a name that " + charset + " has not");
        }
    }

    boolean canEncode(String text) {
        return charset.newEncoder().canEncode(text);
    }

    /** The text with every character that this encoding has not as a numeric reference. */
    String referring(String raw) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(raw)) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        raw.codePoints().forEach(point -> {
            String character = new String(Character.toChars(point));
            text.append(encoder.canEncode(character) ? character : "&#" + point + ";");
        });
        return text.toString();
    }

    private static MergeException fault(String where, String what) {
        return new MergeException(
                MergeException.ENCODING,
                where,
                "the file's encoding is at fault: " + what,
                "Save the file in the encoding that its first line declares, then run again.");
    }
}
