package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** Small pieces of SQL, and what a catalogue keeps of it as text. */
public final class SqlText {

    /** A text, a comment, a name in quotes, a word, or any other character. */
    private static final Pattern PART = Pattern.compile(
            "'(?:[^']|'')*+'|--[^\\n]*|/\\*.*?\\*/|(\"(?:[^\"]|\"\")*+\"|[\\p{L}_][\\p{L}\\p{N}_$#]*)|.",
            Pattern.DOTALL);

    private SqlText() {}

    /** A text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Quoted names in parentheses. */
    public static String list(List<String> names) {
        return names.stream().map(ObjectName::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Code without a schema's name before the names of what is in it: it would lead from the copy back to the original.
     *
     * @param schema the name as the catalogue has it
     */
    public static String unqualified(String code, String schema) {
        StringBuilder plain = new StringBuilder(code.length());
        Matcher part = PART.matcher(code);
        Pattern dot = Pattern.compile("\\s*\\.\\s*(?=[\\p{L}_\"])");
        int at = 0;
        char before = ' ';
        while (at < code.length()) {
            part.region(at, code.length()).lookingAt();
            Matcher behind = dot.matcher(code).region(part.end(), code.length());
            behind.useTransparentBounds(true);
            boolean qualifier = before != '.' && before != ':' && isName(part.group(1), schema) && behind.lookingAt();
            at = qualifier ? behind.end() : part.end();
            if (!qualifier) {
                plain.append(part.group());
                String text = part.group().trim();
                before = text.isEmpty() ? before : text.charAt(text.length() - 1);
            }
        }
        return plain.toString();
    }

    private static boolean isName(String word, String name) {
        return word != null
                && (word.startsWith("\"") ? word.equals(ObjectName.quote(name)) : word.equalsIgnoreCase(name));
    }
}
