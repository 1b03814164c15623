package org.carbonupgrade.verification.internal.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entries of Carbon's log, of any size, that are errors and not older than a time. Immutable. */
final class LoggedErrors {

    /** As Carbon 4.4's {@code log4j.properties} and 4.5's {@code log4j2.properties} write it: {@code [time] LEVEL {class} - text}. */
    private static final Pattern ENTRY = Pattern.compile(
            "^.{0,200}?\\[(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)[,.](\\d{3})\\]\\s+\\S*?(TRACE|DEBUG|INFO|WARN|ERROR|FATAL) .*");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LONGEST = 500;

    private final long lines;
    private final long count;
    private final List<String> first;

    private LoggedErrors(long lines, long count, List<String> first) {
        this.lines = lines;
        this.count = count;
        this.first = Collections.unmodifiableList(first);
    }

    /**
     * @param leftOut times whose entries don't count
     * @param most how many of the errors to keep
     */
    static LoggedErrors since(Instant start, Predicate<Instant> leftOut, Path log, int most) throws IOException {
        LocalDateTime from =
                LocalDateTime.ofInstant(start, ZoneId.systemDefault()).withNano(0);
        long lines = 0;
        long count = 0;
        List<String> first = new ArrayList<>();
        try (BufferedReader reader = reader(log)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher entry = ENTRY.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
                if (entry.matches() && isMeant(entry, from, leftOut)) {
                    lines++;
                    if (entry.group(3).equals("ERROR") || entry.group(3).equals("FATAL")) {
                        count++;
                        if (first.size() < most) {
                            first.add(entry.group());
                        }
                    }
                }
            }
        }
        return new LoggedErrors(lines, count, first);
    }

    private static boolean isMeant(Matcher entry, LocalDateTime from, Predicate<Instant> leftOut) {
        LocalDateTime time = LocalDateTime.parse(entry.group(1), TIME);
        return !time.isBefore(from)
                && !leftOut.test(time.plus(Long.parseLong(entry.group(2)), ChronoUnit.MILLIS)
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
    }

    /** How many entries there are since the time, errors or not. */
    long lines() {
        return lines;
    }

    /** How many of them are errors. */
    long count() {
        return count;
    }

    /** The first of the errors: the line that each begins with, cut where it is very long. */
    List<String> first() {
        return first;
    }

    /** What is no UTF-8 is somebody's text: a sign in its place does. */
    private static BufferedReader reader(Path log) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(log),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }
}
