package org.carbonupgrade.internal.path;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One thing that a path says: a word for what it is, and its parts. Immutable. */
final class PathLine {

    private static final String SEPARATOR = "\\s*\\|\\s*";
    private static final String NAME = "\\w+";
    private static final String PLACE = "\\w+\\s*\\(\\s*\\w+(?:\\s*,\\s*\\w+)*\\s*\\)";

    /** What create scripts are called; a type that is written otherwise would never be looked for. */
    private static final Set<String> TYPES = new TreeSet<>(Arrays.asList(
            "db2",
            "derby",
            "h2",
            "informix",
            "mssql",
            "mysql",
            "mysql5.7",
            "mysql_cluster",
            "openedge",
            "oracle",
            "oracle_rac",
            "postgresql"));

    /** How many parts follow each word; the last may hold the separator. */
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

    /** @throws IllegalArgumentException if the word is unknown, or its parts are not what it takes; it says which */
    static PathLine parse(String line) {
        String word = line.trim().split(SEPARATOR, 2)[0];
        if (!PARTS.containsKey(word)) {
            throw new IllegalArgumentException("it begins with none of the words " + String.join(", ", PARTS.keySet()));
        }
        List<String> words = Arrays.asList(line.trim().split(SEPARATOR, PARTS.get(word) + 1));
        List<String> parts = words.subList(1, words.size());
        if (parts.size() != PARTS.get(word) || parts.contains("")) {
            throw new IllegalArgumentException(
                    "after \"" + word + "\" " + PARTS.get(word) + " parts are expected, with | between");
        }
        PathLine parsed = new PathLine(word, Collections.unmodifiableList(parts));
        parsed.requireSense();
        return parsed;
    }

    boolean is(String what) {
        return word.equals(what);
    }

    /** Whether it is about a type of database. */
    boolean concerns(String type) {
        return list(0).contains(type);
    }

    String part(int number) {
        return parts.get(number);
    }

    /** A part that is a list, separated by commas. */
    List<String> list(int number) {
        return Arrays.asList(part(number).split("\\s*,\\s*"));
    }

    private void requireSense() {
        for (String type : list(0)) {
            if (!TYPES.contains(type)) {
                throw new IllegalArgumentException(
                        "\"" + type + "\" is no type of database; known are " + String.join(", ", TYPES));
            }
        }
        switch (word) {
            case "rename":
                requireMatch(1, NAME);
                requireMatch(2, NAME);
                break;
            case "index":
                requireMatch(1, NAME);
                requireMatch(2, PLACE);
                break;
            case "sql":
                VettedSql.parse(part(1), part(2));
                break;
            default:
                // types are all that there is to it
        }
    }

    private void requireMatch(int number, String pattern) {
        if (!part(number).matches(pattern)) {
            throw new IllegalArgumentException(
                    "\"" + part(number) + "\" is not " + (pattern.equals(NAME) ? "a name" : "TABLE(COLUMNS)"));
        }
    }
}
