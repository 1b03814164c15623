package org.carbonupgrade.internal.merge.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.merge.secret.Redaction;

/** One option for the JVM, where it stands in a script. Immutable. */
final class JvmOption {

    private static final Pattern SIZE = Pattern.compile("-X(?:ms|mx|mn|ss)(?=\\d)");
    private static final Pattern SWITCH = Pattern.compile("-XX:[+-](\\w+)");

    private final String place;
    private final int line;
    private final int from;
    private final String text;

    /**
     * @param place the variable that it is assigned to, or empty for the command itself
     * @param from where it begins in its line
     */
    JvmOption(String place, int line, int from, String text) {
        this.place = place;
        this.line = line;
        this.from = from;
        this.text = text;
    }

    /** What it sets, whatever to: two options with one name override each other. */
    String name() {
        Matcher size = SIZE.matcher(text);
        if (size.lookingAt()) {
            return size.group();
        }
        Matcher toggle = SWITCH.matcher(text);
        if (toggle.matches()) {
            return "-XX:" + toggle.group(1);
        }
        if (text.startsWith("--")) {
            return text;
        }
        Pattern end = Pattern.compile(text.startsWith("-X") && !text.startsWith("-XX") ? "[=:\\s]" : "[=\\s]");
        return end.split(text, 2)[0];
    }

    String place() {
        return place;
    }

    int line() {
        return line;
    }

    int from() {
        return from;
    }

    int to() {
        return from + text.length();
    }

    /** As the script has it, quotes and all. */
    String text() {
        return text;
    }

    boolean isSame(JvmOption other) {
        return text.equals(other.text);
    }

    /** For people; secrets blotted out. */
    @Override
    public String toString() {
        return Redaction.shorten(Redaction.text(text));
    }
}
