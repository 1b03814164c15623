package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code upgrade.html} as a browser and its reader see it. */
final class Page {

    /** Whatever makes a browser load something or lead elsewhere; "#step" leads to a place on the page itself. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?i)\\b(?:src|srcset|href|action|formaction|data|poster|background|cite|manifest)\\s*=\\s*[\"']?+(?!#)[^\\s>]*"
                    + "|@import|url\\s*\\(|<(?:script|link|iframe|object|embed|base|img|form|meta\\s+http-equiv)\\b");

    private static final Pattern STATE =
            Pattern.compile("<h1>Carbon Upgrade: <span class=\"state\">([^<]+)</span></h1>");
    private static final Pattern STEP = Pattern.compile(
            "<tr><td><a href=\"#(\\w+)\">\\1</a></td><td><span class=\"badge \\w+\">(\\w+)</span></td>");
    private static final Pattern SECTION = Pattern.compile(
            "<section id=\"(\\w+)\">\\s*<div class=\"head\"><h2>\\1</h2><span class=\"badge \\w+\">(\\w+)</span>");
    private static final char THIN_SPACE = '\u202f';

    private final String html;

    private Page(String html) {
        this.html = html;
    }

    static Page at(Path file) throws IOException {
        return new Page(Files.readString(file));
    }

    /** A step and its status. */
    record Step(String step, String status) {}

    /** What the page would load from elsewhere or lead to. */
    List<String> references() {
        return REFERENCE.matcher(html).results().map(MatchResult::group).toList();
    }

    String state() {
        return STATE.matcher(html)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("none");
    }

    /** The table at its top. */
    List<Step> steps() {
        return all(STEP);
    }

    /** The sections with the details. */
    List<Step> sections() {
        return all(SECTION);
    }

    /** Whether a figure stands there, written for people. */
    boolean shows(long figure) {
        return html.contains("<dd>" + String.format(Locale.ROOT, "%,d", figure).replace(',', THIN_SPACE) + "</dd>");
    }

    private List<Step> all(Pattern pattern) {
        return pattern.matcher(html)
                .results()
                .map(match -> new Step(match.group(1), match.group(2)))
                .toList();
    }
}
