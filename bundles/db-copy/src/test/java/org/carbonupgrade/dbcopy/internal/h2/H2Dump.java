package org.carbonupgrade.dbcopy.internal.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that a database holds, as H2's own {@code SCRIPT} writes it: schema, rows, large objects. Two databases are equal if
 * their dumps are; the comparison owes nothing to the code under test.
 */
final class H2Dump {

    private static final Pattern PIECE =
            Pattern.compile("INSERT INTO SYSTEM_LOB_STREAM VALUES\\((\\d+), \\d+, (.*)\\);?", Pattern.DOTALL);
    private static final Pattern PIECES = Pattern.compile("SYSTEM_COMBINE_[BC]LOB\\((\\d+)\\)");

    /** What changes by itself: statistics, how views would be run, the order in which a script was written. */
    private static final String INCIDENTAL = "(?s) SELECTIVITY \\d+|\\s*/\\*.*?\\*/";

    /** Remarks, our own table, and the user that a database is opened with, who has a password of its own on each side. */
    private static final String NOT_CONTENT =
            "(?s)--.*|.*PUBLIC\"?\\.\"?CARBON_UPGRADE.*|CREATE USER IF NOT EXISTS \"?CARBON\"? .*";

    private H2Dump() {}

    /** The statements, sorted: H2 writes rows in the order in which they came. */
    static List<String> of(Connection connection) throws SQLException {
        Map<String, StringBuilder> large = new HashMap<>();
        List<String> dump = new ArrayList<>();
        for (String statement : H2.column(connection, "SCRIPT")) {
            Matcher piece = PIECE.matcher(statement);
            if (piece.matches()) {
                large.computeIfAbsent(piece.group(1), id -> new StringBuilder())
                        .append(piece.group(2))
                        .append('\n');
            } else {
                dump.add(statement);
            }
        }
        List<String> lines = new ArrayList<>();
        dump.forEach(statement -> {
            if (statement.startsWith("INSERT")) {
                lines.addAll(rows(statement, large));
            } else if (!statement.matches(NOT_CONTENT)) {
                lines.add(statement.replaceAll(INCIDENTAL, ""));
            }
        });
        Collections.sort(lines);
        return lines;
    }

    /** One line a row, with the content of its large objects; H2 writes no line break into a value. */
    private static List<String> rows(String insert, Map<String, StringBuilder> large) {
        String[] parts = insert.split("VALUES\\s*", 2);
        List<String> rows = new ArrayList<>();
        for (String row : parts[1].split("\n")) {
            Matcher pieces = PIECES.matcher(row);
            StringBuffer whole = new StringBuffer(parts[0]);
            while (pieces.find()) {
                pieces.appendReplacement(
                        whole,
                        Matcher.quoteReplacement(large.get(pieces.group(1)).toString()));
            }
            rows.add(pieces.appendTail(whole).toString().replaceAll("[,;]$", ""));
        }
        return parts[0].contains("CARBON_UPGRADE") ? Collections.emptyList() : rows;
    }
}
