package org.carbonupgrade.internal.merge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes a configuration file as an administrator does with a text editor: by searching, typing, commenting out. Knows
 * nothing of the merge. Each step works from the place where {@link #at} found its text; a step that finds nothing is an
 * error of the test.
 */
public final class Hand {

    private final String text;
    private final int cursor;

    private Hand(String text, int cursor) {
        this.text = text;
        this.cursor = cursor;
    }

    public static Hand on(String text) {
        return new Hand(text, 0);
    }

    public String text() {
        return text;
    }

    /** Goes to the next place of a text. */
    public Hand at(String place) {
        return new Hand(text, find(place, cursor));
    }

    /** Goes back to the top. */
    public Hand top() {
        return new Hand(text, 0);
    }

    private int find(String place, int from) {
        int found = text.indexOf(place, from);
        if (found < 0) {
            throw new AssertionError("not in the file: " + place);
        }
        return found;
    }

    private Hand splice(int from, int to, String replacement) {
        return new Hand(text.substring(0, from) + replacement + text.substring(to), cursor);
    }

    /** Types over the next place of a text. */
    public Hand type(String over, String replacement) {
        int found = find(over, cursor);
        return splice(found, found + over.length(), replacement);
    }

    /** Gives the next element of a name another text. */
    public Hand set(String tag, String value) {
        int[] element = element(tag);
        String source = text.substring(element[0], element[1]);
        if (source.endsWith("/>")) {
            return splice(element[1] - 2, element[1], ">" + value + "</" + tag + ">");
        }
        return splice(element[0] + source.indexOf('>') + 1, element[0] + source.lastIndexOf("</"), value);
    }

    /** Gives the next element of a name an attribute, or another value to one that it has. */
    public Hand attribute(String tag, String name, String value) {
        int[] element = element(tag);
        int end = text.indexOf('>', element[0]);
        Matcher attribute =
                Pattern.compile("(\\s" + name + "=[\"'])[^\"']*").matcher(text).region(element[0], end);
        if (attribute.find()) {
            return splice(attribute.end(1), attribute.end(), value);
        }
        int start = element[0] + 1 + tag.length();
        return splice(start, start, " " + name + "=\"" + value + "\"");
    }

    /** Takes the next attribute of a name away. */
    public Hand withoutAttribute(String name) {
        Matcher attribute =
                Pattern.compile("\\s+" + name + "=[\"'][^\"']*[\"']").matcher(text);
        if (!attribute.find(cursor)) {
            throw new AssertionError("not in the file: " + name);
        }
        return splice(attribute.start(), attribute.end(), "");
    }

    /** Takes the next element of a name away, and its line if it has one of its own. */
    public Hand remove(String tag) {
        int[] element = element(tag);
        return splice(startOfSpace(element[0]), element[1], "");
    }

    /** Puts the next element of a name into a comment. */
    public Hand commentOut(String tag) {
        int[] element = element(tag);
        return splice(element[0], element[1], "<!-- " + text.substring(element[0], element[1]) + " -->");
    }

    /** Takes what the comment holds in which a text stands next out of it, whichever way it was put in. */
    public Hand uncomment(String containing) {
        int inside = find(containing, cursor);
        int start = text.lastIndexOf("<!--", inside);
        int end = text.indexOf("-->", inside);
        String content = text.substring(start + 4, end).trim();
        return splice(start, end + 3, content.startsWith("<") ? content : "<" + content + ">");
    }

    /** Adds XML on a line of its own behind the next element of a name. */
    public Hand addAfter(String tag, String xml) {
        int[] element = element(tag);
        String space = text.substring(startOfSpace(element[0]), element[0]);
        return splice(element[1], element[1], (space.indexOf('\n') < 0 ? "\n" : space) + xml);
    }

    /** Adds XML on a line of its own before the next element of a name. */
    public Hand addBefore(String tag, String xml) {
        int[] element = element(tag);
        String space = text.substring(startOfSpace(element[0]), element[0]);
        return splice(element[0], element[0], xml + (space.indexOf('\n') < 0 ? "\n" : space));
    }

    /** Adds a line at the end. */
    public Hand addLine(String line) {
        return splice(text.length(), text.length(), line + "\n");
    }

    /** Swaps the next element of a name with the one of that name behind it. */
    public Hand swap(String tag) {
        int[] first = element(tag);
        int[] second = new Hand(text, first[1]).element(tag);
        String one = text.substring(first[0], first[1]);
        String other = text.substring(second[0], second[1]);
        return splice(second[0], second[1], one).splice(first[0], first[1], other);
    }

    private int startOfSpace(int from) {
        int start = from;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the next element of a name that is not in a comment starts and ends. */
    private int[] element(String tag) {
        Matcher open = Pattern.compile("<!--.*?-->|<" + Pattern.quote(tag) + "(?=[\\s/>])", Pattern.DOTALL)
                .matcher(text);
        for (int from = cursor; open.find(from); from = open.end()) {
            if (!open.group().startsWith("<!--")) {
                return new int[] {open.start(), end(tag, open.start())};
            }
        }
        throw new AssertionError("no such element: " + tag);
    }

    private int end(String tag, int start) {
        Matcher tags = Pattern.compile("<!--.*?-->|</?" + Pattern.quote(tag) + "(?=[\\s/>])[^>]*>", Pattern.DOTALL)
                .matcher(text);
        int depth = 0;
        for (int from = start; tags.find(from); from = tags.end()) {
            String found = tags.group();
            if (found.startsWith("</")) {
                depth--;
            } else if (!found.startsWith("<!--") && !found.endsWith("/>")) {
                depth++;
            }
            if (depth == 0 && !found.startsWith("<!--")) {
                return tags.end();
            }
        }
        throw new AssertionError("no end of " + tag);
    }
}
