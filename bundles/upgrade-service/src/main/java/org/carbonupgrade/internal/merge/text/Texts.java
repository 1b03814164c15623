package org.carbonupgrade.internal.merge.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes as text and text as lines. */
public final class Texts {

    private Texts() {}

    /** Every byte as one character: what can be put together again to the same bytes. */
    public static String bytewise(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of such text. */
    public static byte[] bytes(String bytewise) {
        return bytewise.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text for people: UTF-8 if the bytes are, ISO-8859-1 if not. */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytewise(bytes);
        }
    }

    /** Text of {@link #bytewise} for people. */
    public static String readable(String bytewise) {
        return decode(bytes(bytewise));
    }

    /** The lines, each with its line end; the last may have none. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
