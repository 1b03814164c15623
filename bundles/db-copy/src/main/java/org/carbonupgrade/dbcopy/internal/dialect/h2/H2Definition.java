package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a definition in one form: on one line, and without what H2 adds to it by the way. That is how it would run a view's
 * query, and how many different values it has lately seen in a column; both change with the rows.
 */
final class H2Definition {

    /** What is quoted stays as it is. A comment goes with the blanks before it; H2 writes none into another. */
    private static final Pattern QUOTED_OR_INCIDENTAL =
            Pattern.compile("('[^']*'|\"[^\"]*\")|(\\s*/\\*.*?\\*/| SELECTIVITY \\d+)|\\s+", Pattern.DOTALL);

    private H2Definition() {}

    static String of(String statement) {
        Matcher parts = QUOTED_OR_INCIDENTAL.matcher(statement);
        StringBuffer plain = new StringBuffer();
        while (parts.find()) {
            String quoted = parts.group(1);
            String kept = quoted != null ? quoted : parts.group(2) != null ? "" : " ";
            parts.appendReplacement(plain, Matcher.quoteReplacement(kept));
        }
        return parts.appendTail(plain).toString().trim();
    }
}
