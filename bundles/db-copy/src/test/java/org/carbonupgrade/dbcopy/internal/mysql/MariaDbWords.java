package org.carbonupgrade.dbcopy.internal.mysql;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What only MariaDB understands, in words of the server that the tests run on. */
final class MariaDbWords {

    private static final Pattern NUMBERS = Pattern.compile("\\bFROM (seq_1_to_(\\d+))");
    private static final String DIGITS = IntStream.range(0, 10)
            .mapToObj(digit -> "SELECT " + digit + (digit == 0 ? " AS n" : ""))
            .collect(Collectors.joining(" UNION ALL ", "(", ") "));
    private static final String ALL = Stream.of("a", "b", "c", "d")
            .map(place -> DIGITS + place)
            .collect(Collectors.joining(", ", "(SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 1 AS seq FROM ", ""));

    private MariaDbWords() {}

    static String translated(String sql) {
        return MysqlTestServer.isMariaDb()
                ? sql
                : NUMBERS.matcher(sql)
                        .replaceAll("FROM " + ALL + " ORDER BY seq LIMIT $2) $1")
                        .replaceAll("\\bUUID\\b(?!\\()", "CHAR(36)")
                        .replaceAll("\\bINET6\\b", "VARCHAR(39)")
                        .replaceAll("^CREATE SEQUENCE .*", "DO 1")
                        .replace("SHOW MASTER STATUS", "SHOW BINARY LOG STATUS");
    }
}
