package org.carbonupgrade.internal.merge.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.text.Texts;

/**
 * A properties file as a list of settings and comments that writes itself again byte for byte.
 *
 * <p>Every byte is kept as one character, so the file's encoding, which nothing in it declares, does not matter.
 */
final class PropertiesFile {

    /** UTF-8's byte order mark, seen byte by byte. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private final String mark;
    private final List<PropertyItem> items;
    /** Whether the last line has no line end. */
    private final boolean endsOpen;

    private final String tail;

    private PropertiesFile(String mark, List<PropertyItem> items, boolean endsOpen, String tail) {
        this.mark = mark;
        this.endsOpen = endsOpen;
        this.items = Collections.unmodifiableList(items);
        this.tail = tail;
    }

    static PropertiesFile parse(byte[] bytes) {
        String text = Texts.bytewise(bytes);
        String mark = text.startsWith(MARK) ? MARK : "";
        List<PropertyItem> items = new ArrayList<>();
        int at = mark.length();
        int lead = at;
        while (at < text.length()) {
            int start = skipBlanks(text, at);
            int end = endOfLine(text, at);
            if (start == end) {
                at = behindLineEnd(text, end);
                continue;
            }
            boolean comment = text.charAt(start) == '#' || text.charAt(start) == '!';
            while (!comment && end < text.length() && PropertySyntax.endsEscaped(text, start, end)) {
                end = endOfLine(text, behindLineEnd(text, end));
            }
            int next = behindLineEnd(text, end);
            String before = text.substring(lead, at);
            String raw = text.substring(at, end);
            String lineEnd = text.substring(end, next);
            items.add(
                    comment ? PropertyItem.comment(before, raw, lineEnd) : PropertyItem.setting(before, raw, lineEnd));
            at = next;
            lead = next;
        }
        boolean endsOpen = !items.isEmpty() && items.get(items.size() - 1).end().isEmpty();
        return new PropertiesFile(mark, items, endsOpen, text.substring(lead));
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && PropertySyntax.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int behindLineEnd(String text, int end) {
        if (end == text.length()) {
            return end;
        }
        return end + (text.startsWith("\r\n", end) ? 2 : 1);
    }

    List<PropertyItem> items() {
        return items;
    }

    /** The settings that count: of several with one key the last. */
    Map<String, PropertyItem> effective() {
        Map<String, PropertyItem> effective = new HashMap<>();
        for (PropertyItem item : items) {
            if (!item.isComment()) {
                effective.put(item.key(), item);
            }
        }
        return effective;
    }

    /** The line end that the file's first line has. */
    String lineEnd() {
        return items.isEmpty() || items.get(0).end().isEmpty()
                ? "\n"
                : items.get(0).end();
    }

    /** This file with other items; it ends as before, with or without a line end. */
    PropertiesFile with(List<PropertyItem> newItems) {
        return new PropertiesFile(mark, newItems, endsOpen, tail);
    }

    /** The file as it is to be written. */
    byte[] bytes() {
        StringBuilder out = new StringBuilder(mark);
        String lineEnd = lineEnd();
        for (int i = 0; i < items.size(); i++) {
            PropertyItem item = items.get(i);
            out.append(item.lead()).append(item.raw());
            if (i < items.size() - 1 || !endsOpen) {
                out.append(item.goesOn() ? lineEnd : "");
                out.append(item.end().isEmpty() ? lineEnd : item.end());
            }
        }
        return Texts.bytes(out.append(tail).toString());
    }

    /** The text with its secrets blotted out, every line in its place. */
    String redacted() {
        StringBuilder out = new StringBuilder(mark);
        for (PropertyItem item : items) {
            out.append(item.lead()).append(item.redacted()).append(item.end());
        }
        return out.append(tail).toString();
    }
}
