package org.carbonupgrade.verification.internal.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.Code;

/** Writes a report as one HTML page, which people read and sign. It needs no network. */
final class HtmlReport {

    private static final String TEMPLATE = "/org/carbonupgrade/verification/report.mustache";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final double MILLIS = 1000;

    private HtmlReport() {}

    static void write(VerificationReport report, OutputStream out) throws IOException {
        try (InputStream template = HtmlReport.class.getResourceAsStream(TEMPLATE);
                Reader reader = new InputStreamReader(template, StandardCharsets.UTF_8)) {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(reader)
                    .execute(page(report), writer);
            writer.flush();
        }
    }

    private static Map<String, Object> page(VerificationReport report) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("verdict", verdict(report.status()));
        page.put("css", css(report.status()));
        page.put("upgradeId", report.upgradeId().orElse(""));
        page.put("part", part(report.request()));
        page.put("runId", report.runId());
        page.put("home", report.server().home());
        page.put("version", report.server().version());
        page.put("java", report.server().java());
        page.put("started", time(report.started()));
        page.put("finished", time(report.finished()));
        page.put("took", length(Duration.between(report.started(), report.finished())));
        List<Object> checks = new ArrayList<>();
        report.checks().forEach(check -> checks.add(check(check)));
        page.put("checks", checks);
        return page;
    }

    /** What was left out because nobody asked for it; empty if nothing was. */
    private static String part(VerificationRequest request) {
        List<String> only = new ArrayList<>();
        if (request.isReadOnly()) {
            only.add("only checks that make nothing in the server");
        }
        if (!request.tags().isEmpty()) {
            only.add("only checks with the tag " + String.join(" or ", request.tags()));
        }
        return String.join("; ", only);
    }

    private static Map<String, Object> check(CheckReport check) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", check.name());
        row.put("title", check.title());
        row.put("status", words(check.status()));
        row.put("css", css(check.status()));
        row.put("took", length(check.took()));
        List<Object> figures = new ArrayList<>();
        check.figures().forEach((name, value) -> figures.add(figure(name, value)));
        row.put("hasFigures", !figures.isEmpty());
        row.put("figures", figures);
        List<Object> entries = new ArrayList<>();
        check.entries().forEach(entry -> entries.add(entry(entry)));
        row.put("entries", entries);
        return row;
    }

    private static Map<String, Object> figure(String name, long value) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("label", name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
        figure.put("value", String.format(Locale.ROOT, "%,d", value).replace(',', '\u202F'));
        return figure;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("status", words(entry.status()));
        row.put("css", css(entry.status()));
        row.put("code", entry.code().equals(Code.VF_OK.name()) ? "" : entry.code());
        row.put("what", entry.what());
        row.put("remedy", entry.remedy());
        return row;
    }

    private static String verdict(Status status) {
        switch (status) {
            case OK:
                return "The server works";
            case WARN:
                return "The server works, with warnings";
            default:
                return "The server is not proven to work";
        }
    }

    private static String words(Status status) {
        return status == Status.COULD_NOT_RUN ? "COULD NOT RUN" : status.name();
    }

    private static String css(Status status) {
        return status == Status.COULD_NOT_RUN ? "fail" : status.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String length(Duration duration) {
        long millis = duration.toMillis();
        return millis < MILLIS ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / MILLIS);
    }
}
