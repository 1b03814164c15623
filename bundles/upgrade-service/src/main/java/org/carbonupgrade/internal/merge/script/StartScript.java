package org.carbonupgrade.internal.merge.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.merge.text.Texts;

/** A script that starts Carbon: the options that it gives to the JVM, and all else. Its options can be changed, line by line. */
final class StartScript {

    private static final Pattern COMMAND = Pattern.compile("\\s*(?:exec\\s+)?\"?\\$\\{?JAVACMD\\}?\"?\\s.*\\\\\\s*");
    private static final Pattern CONTINUED = Pattern.compile("(?s).*\\\\\\s*");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+)?(\\w*OPTS)=\"([^\"]*)\".*", Pattern.DOTALL);

    /** Outside quotes a backslash at the end of a line belongs to the line. */
    private static final String WORD = "(?:\"[^\"]*\"|'[^']*'|\\\\(?!\\s*$)|[^\\s\"'\\\\])+";

    private static final Pattern OPTION =
            Pattern.compile("(?<!\\S)(?:(?:-classpath|-cp|--add-\\w+|--patch-module)\\s+" + WORD + "|-" + WORD + ")");
    private static final Pattern QUOTED_OPTION = Pattern.compile("(?<!\\S)-[^\\s\"]+");

    private final List<String> lines;
    private final Map<String, JvmOption> options = new LinkedHashMap<>();
    private int last = -1;

    private StartScript(String text) {
        this.lines = new ArrayList<>(Texts.lines(text));
        boolean inCommand = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (inCommand || last < 0 && COMMAND.matcher(line).matches()) {
                collect("", i, 0, OPTION.matcher(line));
                inCommand = CONTINUED.matcher(line).matches();
                last = i;
            } else if (assignment.matches()) {
                collect(assignment.group(1), i, assignment.start(2), QUOTED_OPTION.matcher(assignment.group(2)));
            }
        }
    }

    static StartScript parse(String text) {
        return new StartScript(text);
    }

    /** Whether it has the command that starts the server, as far as that can be told. */
    boolean isUnderstood() {
        return last >= 0;
    }

    /** By place and name; where one is repeated, the later ones are numbered. */
    Map<String, JvmOption> options() {
        return Collections.unmodifiableMap(options);
    }

    /** Every line without its options, blanks and comments: what is not merged. */
    Set<String> otherLines() {
        Set<String> others = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder line = new StringBuilder(lines.get(i));
            for (JvmOption option : reversed(i)) {
                line.delete(option.from(), option.to());
            }
            String other = line.toString().trim().replaceFirst("\\s*\\\\$", "").replaceAll("\\s+", " ");
            if (!other.isEmpty() && !other.startsWith("#")) {
                others.add(other);
            }
        }
        return others;
    }

    /** The script with some options replaced, by their keys; null takes one out. */
    String with(Map<String, String> changed, List<JvmOption> added) {
        List<String> result = new ArrayList<>(lines);
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder line = new StringBuilder(lines.get(i));
            boolean emptied = false;
            for (JvmOption option : reversed(i)) {
                String key = keyOf(option);
                if (changed.containsKey(key)) {
                    String text = changed.get(key);
                    line.replace(option.from(), option.to(), text == null ? "" : text);
                    emptied |= text == null;
                }
            }
            boolean nothing = emptied && line.toString().trim().equals("\\");
            result.set(i, nothing ? "" : line.toString());
        }
        for (JvmOption option : added) {
            add(option, result);
        }
        return String.join("", result);
    }

    /** Into the variable that it was in, if the script has that, else behind all other options of the command. */
    private void add(JvmOption option, List<String> result) {
        for (int i = 0; i < result.size(); i++) {
            Matcher assignment = ASSIGNMENT.matcher(result.get(i));
            if (!option.place().isEmpty()
                    && assignment.matches()
                    && assignment.group(1).equals(option.place())) {
                result.set(
                        i,
                        new StringBuilder(result.get(i))
                                .insert(assignment.end(2), " " + option.text())
                                .toString());
                return;
            }
        }
        String indent = lines.get(last).replaceFirst("(?s)\\S.*", "");
        result.set(last, indent + option.text() + " \\\n" + result.get(last));
    }

    private void collect(String place, int line, int offset, Matcher option) {
        while (option.find()) {
            JvmOption found = new JvmOption(place, line, offset + option.start(), option.group());
            String key = (place.isEmpty() ? "" : place + "/") + found.name();
            String free = key;
            for (int i = 2; options.containsKey(free); i++) {
                free = key + "#" + i;
            }
            options.put(free, found);
        }
    }

    private List<JvmOption> reversed(int line) {
        List<JvmOption> there = new ArrayList<>();
        options.values().stream().filter(option -> option.line() == line).forEach(option -> there.add(0, option));
        return there;
    }

    private String keyOf(JvmOption option) {
        return options.entrySet().stream()
                .filter(entry -> entry.getValue() == option)
                .map(Map.Entry::getKey)
                .findFirst()
                .get();
    }
}
