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
import java.util.stream.Collectors;
import org.carbonupgrade.internal.merge.text.Texts;

/** A script that starts Carbon: the options that it gives to the JVM, and all else. Its options can be changed, line by line. */
final class StartScript {

    private static final Pattern COMMAND = Pattern.compile("\\s*(?:exec\\s+)?\"?\\$\\{?JAVACMD\\}?\"?\\s.*\\\\\\s*");
    private static final Pattern COMMENT = Pattern.compile("(?i)#|rem\\b|::");
    private static final Pattern CONTINUED = Pattern.compile("(?s).*\\\\\\s*");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>\\w*OPTS)=\"(?<value>[^\"]*)\".*", Pattern.DOTALL);

    /** Outside quotes a backslash at the end of a line belongs to the line. */
    private static final String WORD = "(?:\"[^\"]*\"|'[^']*'|\\\\(?!\\s*$)|[^\\s\"'\\\\])+";

    private static final Pattern OPTION =
            Pattern.compile("(?<!\\S)(?:(?:-classpath|-cp|--add-\\w+|--patch-module)\\s+" + WORD + "|-" + WORD + ")");
    private static final Pattern QUOTED_OPTION = Pattern.compile("(?<!\\S)-[^\\s\"]+");

    /** In a batch file: a variable that is set, behind a condition perhaps. */
    private static final Pattern BATCH_ASSIGNMENT = Pattern.compile(
            "(?i)\\s*@?(?:if\\s.*?\\s)?set\\s+(\"?)(?<name>\\w*(?:OPTS|ARGS))=(?<value>.*?)\\1\\s*", Pattern.DOTALL);

    private static final String BATCH_WORD = "(?:\"[^\"]*\"|[^\\s\"])+";
    private static final Pattern BATCH_OPTION = Pattern.compile(
            "(?<!\\S)(?:(?:-classpath|-cp|--add-\\w+|--patch-module)\\s+" + BATCH_WORD + "|-" + BATCH_WORD + ")");

    /** The variable of a batch file that holds what the JVM is started with. */
    private static final String COMMAND_VARIABLE = "CMD_LINE_ARGS";

    private final List<String> lines;
    private final Map<String, JvmOption> options = new LinkedHashMap<>();
    private final boolean batch;
    private int last = -1;

    private StartScript(String text, boolean batch) {
        this.lines = new ArrayList<>(Texts.lines(text));
        this.batch = batch;
        if (batch) {
            readBatch();
        } else {
            readShell();
        }
    }

    private void readBatch() {
        for (int i = 0; i < lines.size(); i++) {
            Matcher assignment = BATCH_ASSIGNMENT.matcher(lines.get(i));
            if (assignment.matches()) {
                collect(
                        assignment.group("name"),
                        i,
                        assignment.start("value"),
                        BATCH_OPTION.matcher(assignment.group("value")));
                last = assignment.group("name").equalsIgnoreCase(COMMAND_VARIABLE) ? i : last;
            }
        }
    }

    private void readShell() {
        boolean inCommand = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (inCommand || last < 0 && COMMAND.matcher(line).matches()) {
                collect("", i, 0, OPTION.matcher(line));
                inCommand = CONTINUED.matcher(line).matches();
                last = i;
            } else if (assignment.matches()) {
                collect(
                        assignment.group("name"),
                        i,
                        assignment.start("value"),
                        QUOTED_OPTION.matcher(assignment.group("value")));
            }
        }
    }

    /** @param file by whose name a batch file is known */
    static StartScript parse(String file, String text) {
        return new StartScript(text, file.endsWith(".bat"));
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
            if (!other.isEmpty() && !COMMENT.matcher(other).lookingAt()) {
                others.add(other);
            }
        }
        return others;
    }

    /**
     * The script with some options replaced, by their keys; null takes one out.
     *
     * @param added options of another script that this one is to have besides
     */
    String with(Map<String, String> changed, List<JvmOption> added, StartScript other) {
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
            add(option, other.namesBeside(option), result);
        }
        return String.join("", result);
    }

    /**
     * Into the line that it was in, if the script has that; else behind all other options of the command. A line is known by what else
     * is in it: one that sets the same variable may do so for debugging only.
     */
    private void add(JvmOption option, Set<String> beside, List<String> result) {
        for (int i = 0; i < result.size(); i++) {
            Matcher assignment = (batch ? BATCH_ASSIGNMENT : ASSIGNMENT).matcher(result.get(i));
            if (!option.place().isEmpty()
                    && assignment.matches()
                    && assignment.group("name").equals(option.place())
                    && reversed(i).stream().anyMatch(other -> beside.contains(other.name()))) {
                result.set(
                        i,
                        new StringBuilder(result.get(i))
                                .insert(assignment.end("value"), " " + option.text())
                                .toString());
                return;
            }
        }
        if (batch) {
            String line = result.get(last);
            String content = line.replaceFirst("\\s+$", "");
            result.set(last, content + " " + option.text() + line.substring(content.length()));
            return;
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

    private Set<String> namesBeside(JvmOption option) {
        return reversed(option.line()).stream().map(JvmOption::name).collect(Collectors.toSet());
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
