package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** The words of an SQL statement, one after the other: keywords, identifiers (unquoted on demand) and single characters. */
final class Words {

    private final String sql;
    private int at;

    Words(String sql) {
        this.sql = sql;
    }

    /** The next word as it is written, or an empty one at the end. */
    String next() {
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == sql.length()) {
            return "";
        }
        char first = sql.charAt(at++);
        if (first == '"' || first == '\'') {
            quoted(first);
        } else if (Character.isJavaIdentifierPart(first)) {
            while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
                at++;
            }
        }
        return sql.substring(start, at);
    }

    /** How much of the statement has been read. */
    int position() {
        return at;
    }

    /** Skips the next word if it is this keyword. */
    boolean skip(String keyword) {
        int before = at;
        if (next().equals(keyword)) {
            return true;
        }
        at = before;
        return false;
    }

    /** Skips the next words if they are these keywords, all of them. */
    boolean skipAll(String... keywords) {
        int before = at;
        for (String keyword : keywords) {
            if (!next().equals(keyword)) {
                at = before;
                return false;
            }
        }
        return true;
    }

    /** A name, unquoted: {@code "Fü".T} has two parts. */
    ObjectName name() {
        List<String> parts = new ArrayList<>();
        do {
            String word = next();
            parts.add(
                    word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word);
        } while (skip("."));
        return ObjectName.of(parts);
    }

    private void quoted(char quote) {
        while (at < sql.length()) {
            if (sql.charAt(at++) == quote) {
                if (at == sql.length() || sql.charAt(at) != quote) {
                    return;
                }
                at++;
            }
        }
    }
}
