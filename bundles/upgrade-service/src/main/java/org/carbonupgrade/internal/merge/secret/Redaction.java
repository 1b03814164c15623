package org.carbonupgrade.internal.merge.secret;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blots secrets out of text whose structure is not known: comments, scripts, single values. Line breaks stay where they
 * are. In doubt too much is blotted out rather than too little.
 */
public final class Redaction {

    /** What stands where a secret was. */
    public static final String BLOT = "***";

    /** How much of a value a report shows. */
    private static final int SHOWN = 400;

    private static final String QUOTED = "\"[^\"]*+\"|'[^']*+'";

    /** {@code name = "value"}, also with a colon. */
    private static final Pattern QUOTED_SETTING =
            Pattern.compile("(?<![\\w.\\-])([\\w.\\-]++)([\"']?\\s*+[=:]\\s*+)(" + QUOTED + ")");

    /** {@code <name ...>value</}, also where a comment mark replaces the angle bracket. */
    private static final Pattern TAGGED_VALUE = Pattern.compile(
            "(?<![\\w.\\-])([\\w.\\-]++)((?:\\s++[\\w.:\\-]++\\s*+=\\s*+(?:" + QUOTED + "))*+\\s*+>)([^<]++)(?=<[/!])");

    /** {@code name="key" value="value"}. */
    private static final Pattern NAMED_VALUE = Pattern.compile(
            "\\b((?i:name|id|key)\\s*+=\\s*+[\"']([^\"']*+)[\"']\\s++(?i:value)\\s*+=\\s*+)(" + QUOTED + ")");

    private static final Pattern NAMING_ATTRIBUTE =
            Pattern.compile("\\b(?i:name|id|key)\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+')");

    /** {@code name=value}, {@code name: value}. */
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w.\\-])([\\w.\\-]++)[ \\t]*+[=:][ \\t]*+(?=[^\\s\"'<>])");

    private static final Pattern USER_IN_URL = Pattern.compile("//[^\\s\"'<>]{1,1000}@");
    private static final Pattern USER_IN_ORACLE_URL = Pattern.compile("(?i)(thin|oci8?):[^\\s\"'<>]{1,1000}@");
    private static final Pattern URL_PARAMETER = Pattern.compile("([?;&,:])([\\w.\\-]++)=([^;&,\\s\"'<>]++)");

    private Redaction() {}

    /** A value as a report may show it: blotted out if its name says so, without credentials in URLs, not too long. */
    public static String value(String name, String value) {
        if (value == null) {
            return null;
        }
        return SecretNames.isSecret(name) && !isHarmless(value) ? BLOT : shorten(text(value));
    }

    /** A text that is not too long for a report. */
    public static String shorten(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + String.format(Locale.ROOT, "… (%d characters)", text.length());
    }

    /** Any text with what looks like a secret blotted out. */
    public static String text(String text) {
        String clean = urls(text);
        clean = settings(clean);
        clean = replace(clean, NAMED_VALUE, 2, 3);
        clean = replace(clean, QUOTED_SETTING, 1, 3);
        return taggedValues(clean);
    }

    /** The text without the user names, passwords and secret parameters in its URLs. */
    public static String urls(String text) {
        String clean = text;
        if (clean.indexOf('@') >= 0) {
            clean = USER_IN_URL.matcher(clean).replaceAll("//" + Matcher.quoteReplacement(BLOT) + "@");
            clean = USER_IN_ORACLE_URL.matcher(clean).replaceAll("$1:" + Matcher.quoteReplacement(BLOT) + "@");
        }
        return clean.indexOf('=') < 0 ? clean : replace(clean, URL_PARAMETER, 2, 3);
    }

    /** Whether a value can't be a secret whatever its name: nothing, or a truth value. */
    public static boolean isHarmless(String value) {
        String trimmed = value.trim();
        return trimmed.isEmpty() || trimmed.equalsIgnoreCase("true") || trimmed.equalsIgnoreCase("false");
    }

    /** A blot that keeps the line breaks of what it hides, so that line numbers stay right. */
    public static String blot(String secret) {
        StringBuilder blot = new StringBuilder(BLOT);
        for (int i = 0; i < secret.length(); i++) {
            if (secret.charAt(i) == '\n' || secret.charAt(i) == '\r') {
                blot.append(secret.charAt(i));
            }
        }
        return blot.toString();
    }

    private static String settings(String text) {
        StringBuilder clean = new StringBuilder();
        Matcher setting = SETTING.matcher(text);
        int done = 0;
        int from = 0;
        while (setting.find(from)) {
            from = setting.end();
            if (SecretNames.isSecret(setting.group(1))) {
                int end = endOfLine(text, from);
                if (!isHarmless(text.substring(from, end))) {
                    clean.append(text, done, from).append(BLOT);
                    done = end;
                }
                from = end;
            }
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && "\r\n<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String replace(String text, Pattern pattern, int nameGroup, int valueGroup) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder clean = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            String value = matcher.group(valueGroup);
            boolean quoted = value.startsWith("\"") || value.startsWith("'");
            String inside = quoted ? value.substring(1, value.length() - 1) : value;
            if (SecretNames.isSecret(matcher.group(nameGroup)) && !isHarmless(inside)) {
                String quote = quoted ? value.substring(0, 1) : "";
                clean.append(text, done, matcher.start(valueGroup))
                        .append(quote)
                        .append(blot(inside))
                        .append(quote);
                done = matcher.end(valueGroup);
            }
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static String taggedValues(String text) {
        Matcher tag = TAGGED_VALUE.matcher(text);
        StringBuilder clean = new StringBuilder();
        int done = 0;
        while (tag.find()) {
            if ((SecretNames.isSecret(tag.group(1)) || namesASecret(tag.group(2))) && !isHarmless(tag.group(3))) {
                clean.append(text, done, tag.start(3)).append(blot(tag.group(3)));
                done = tag.end(3);
            }
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static boolean namesASecret(String attributes) {
        Matcher naming = NAMING_ATTRIBUTE.matcher(attributes);
        while (naming.find()) {
            String quoted = naming.group(1);
            if (SecretNames.isSecret(quoted.substring(1, quoted.length() - 1))) {
                return true;
            }
        }
        return false;
    }
}
