package org.carbonupgrade.internal.path;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing that a path says: a word for what it is, and its parts. Immutable. */
final class PathLine {

    private static final String SEPARATOR = "\\s*\\|\\s*";

    /** How many parts follow each word. */
    private static final Map<String, Integer> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("removed", 1);
        PARTS.put("rename", 3);
        PARTS.put("index", 3);
        PARTS.put("sql", 3);
    }

    private final String word;
    private final List<String> parts;

    private PathLine(String word, List<String> parts) {
        this.word = word;
        this.parts = parts;
    }

    /** @throws IllegalArgumentException if the word is unknown, or has other parts */
    static PathLine parse(String line) {
        List<String> words = Arrays.asList(line.trim().split(SEPARATOR, -1));
        String word = words.get(0);
        List<String> parts = words.subList(1, words.size());
        if (!PARTS.containsKey(word) || PARTS.get(word) != parts.size() || parts.contains("")) {
            throw new IllegalArgumentException("no line of a path: " + line);
        }
        return new PathLine(word, Collections.unmodifiableList(parts));
    }

    boolean is(String what) {
        return word.equals(what);
    }

    String part(int number) {
        return parts.get(number);
    }

    /** A part that is a list, separated by commas. */
    List<String> list(int number) {
        return Arrays.asList(part(number).split("\\s*,\\s*"));
    }
}
