package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into statements that the server wrote, without being misled by what is quoted. */
final class Sql {

    /** A pattern of a text with escapes. */
    static final String LITERAL = "'(?:[^'\\\\]++|\\\\.|'')*+'";

    /** A pattern of a name in double quotes. */
    static final String NAME = "\"(?:[^\"]++|\"\")*+\"";

    /** A text with escapes, a name, or a comment. */
    private static final Pattern QUOTED =
            Pattern.compile(LITERAL + "|(" + NAME + "|`(?:[^`]++|``)*+`)|/\\*.*?\\*/", Pattern.DOTALL);

    private Sql() {}

    /** Parts between commas that are in no parentheses. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i = behind(list, i)) {
            char c = list.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(list.substring(start, i).trim());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).trim());
        return parts;
    }

    /** Where the parenthesis is closed that is open at the position. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i = behind(text, i)) {
            if (text.charAt(i) == '(') {
                depth++;
            } else if (text.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("not the way the server writes a definition: " + text);
    }

    /** The text without a schema's name before the names of things in it. */
    static String unqualified(String text, String schema) {
        List<String> qualifiers = new ArrayList<>();
        for (char quote : new char[] {'"', '`'}) {
            qualifiers.add(quote(schema, quote) + ".");
        }
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int at = i;
            boolean qualified = at > 0 && text.charAt(at - 1) == '.';
            String qualifier = qualifiers.stream()
                    .filter(each -> !qualified && text.startsWith(each, at))
                    .findFirst()
                    .orElse("");
            int end = qualifier.isEmpty() ? behind(text, i) : i + qualifier.length();
            plain.append(qualifier.isEmpty() ? text.substring(i, end) : "");
            i = end;
        }
        return plain.toString();
    }

    /** The text with what is in no quotes and no comments replaced, piece by piece. */
    static String outsideQuotes(String text, UnaryOperator<String> replacement) {
        StringBuilder replaced = new StringBuilder(text.length());
        Matcher quoted = QUOTED.matcher(text);
        int at = 0;
        while (quoted.find()) {
            replaced.append(replacement.apply(text.substring(at, quoted.start())))
                    .append(quoted.group());
            at = quoted.end();
        }
        return replaced.append(replacement.apply(text.substring(at))).toString();
    }

    /** All quoted names in the text, without their quotes. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (quoted.group(1) != null) {
                names.add(name(quoted.group(1)));
            }
        }
        return names;
    }

    /** The name that the text begins with, without its quotes. */
    static String name(String text) {
        char quote = text.charAt(0);
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.lookingAt() || quoted.group(1) == null) {
            throw new IllegalArgumentException("no quoted name: " + text);
        }
        String name = quoted.group(1);
        return name.substring(1, name.length() - 1)
                .replace(String.join("", Collections.nCopies(2, String.valueOf(quote))), String.valueOf(quote));
    }

    /** A text as a literal. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static String quote(String name, char quote) {
        return quote + name.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }

    /** The position behind the character or quoted thing at a position. */
    private static int behind(String text, int at) {
        if ("'\"`/".indexOf(text.charAt(at)) < 0) {
            return at + 1;
        }
        Matcher quoted = QUOTED.matcher(text).region(at, text.length());
        return quoted.lookingAt() ? quoted.end() : at + 1;
    }
}
