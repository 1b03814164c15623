package org.carbonupgrade.internal.path;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement that somebody has read and tried, and what it is to lead to: it is run only where that is not so yet. Immutable. */
public final class VettedSql {

    /** What can be seen in the catalogue, and therefore repeated without harm; rows can't. */
    private static final Pattern KIND =
            Pattern.compile("(?i)(CREATE\\s+TABLE|CREATE\\s+(UNIQUE\\s+)?INDEX|ALTER\\s+TABLE)\\s.*");

    private static final Pattern LOSES = Pattern.compile("(?i)\\bDROP\\b(?!\\s+(DEFAULT|NOT\\s+NULL)\\b)");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final String[] MARKS = {";", "--", "/*"};

    private final Goal goal;
    private final String sql;

    private VettedSql(Goal goal, String sql) {
        this.goal = goal;
        this.sql = sql;
    }

    /** @throws IllegalArgumentException if the goal is none, or the statement is not one that can only lead to it; it says why */
    static VettedSql parse(String goal, String sql) {
        Goal wanted = Goal.parse(goal);
        if (!KIND.matcher(sql).matches()) {
            throw new IllegalArgumentException(
                    "the statement is none of CREATE TABLE, CREATE INDEX and ALTER TABLE: rows are changed by hand");
        }
        String bare = QUOTED.matcher(sql).replaceAll("''");
        for (String mark : MARKS) {
            if (bare.contains(mark)) {
                throw new IllegalArgumentException(
                        "one statement stands in a line, without a comment and without " + mark);
            }
        }
        if (LOSES.matcher(bare).find()) {
            throw new IllegalArgumentException("the statement drops what may be needed");
        }
        if (!word(wanted.table()).matcher(bare).find()) {
            throw new IllegalArgumentException(
                    "the statement does not name " + wanted.table() + ", which its goal is about");
        }
        return new VettedSql(wanted, sql);
    }

    public Goal goal() {
        return goal;
    }

    public String sql() {
        return sql;
    }

    /** The same with the index that it makes under another name. */
    VettedSql withIndex(String name) {
        String renamed = word(goal.index()).matcher(sql).replaceAll(Matcher.quoteReplacement(name));
        return new VettedSql(goal.withIndex(name), renamed);
    }

    @Override
    public String toString() {
        return goal + ": " + sql;
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(name.toUpperCase(Locale.ROOT)) + "(?!\\w)");
    }
}
