package org.carbonupgrade.internal.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.internal.ShownDuration;

/** The upgrade as one page for people: no script, nothing loaded from elsewhere. Its looks are in {@code upgrade.mustache}. */
final class HtmlReport {

    private HtmlReport() {}

    static String of(UpgradeReport report) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("stateText", Words.of(report.state()));
        page.put("stateMeaning", Words.meaning(report.state()));
        page.put("stateClass", Words.css(report.state()));
        page.put("about", pairs(report.about()));
        page.put("upgradeId", report.upgradeId());
        page.put("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        List<Object> steps = new ArrayList<>();
        List<Object> open = new ArrayList<>();
        for (StepName step : StepName.values()) {
            if (report.step(step).isPresent()) {
                steps.add(step(report.step(step).get()));
            } else {
                open.add(names(step));
            }
        }
        page.put("steps", steps);
        page.put("open", open);
        try (Reader template = new InputStreamReader(
                HtmlReport.class.getResourceAsStream("upgrade.mustache"), StandardCharsets.UTF_8)) {
            return Mustache.compiler().defaultValue("").compile(template).execute(page);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle has lost its own template", e);
        }
    }

    private static Map<String, Object> step(StepReport report) {
        Map<String, Object> step = names(report.step());
        step.put("status", report.status().name());
        step.put("css", Words.css(report.status()));
        step.put(
                "began",
                report.started()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", ""));
        step.put("took", ShownDuration.of(Duration.between(report.started(), report.ended())));
        List<Object> scalars = new ArrayList<>();
        List<Object> tables = new ArrayList<>();
        report.figures().forEach((name, value) -> {
            if (HtmlTable.isTable(value)) {
                Map<String, Object> table = new LinkedHashMap<>();
                table.put("title", name);
                table.put("html", HtmlTable.of((List<?>) value));
                tables.add(table);
            } else {
                scalars.add(pair(name, Words.figure(value)));
            }
        });
        step.put("scalars", scalars);
        step.put("hasScalars", !scalars.isEmpty());
        step.put("tables", tables);
        List<Object> trouble = new ArrayList<>();
        List<Object> good = new ArrayList<>();
        report.findings().forEach(finding -> (finding.status() == Status.OK ? good : trouble).add(finding(finding)));
        step.put("trouble", trouble);
        step.put("hasTrouble", !trouble.isEmpty());
        step.put("good", good);
        step.put("goodCount", good.size());
        step.put("hasGood", !good.isEmpty());
        return step;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("status", finding.status().name());
        row.put("css", Words.css(finding.status()));
        row.put("code", finding.code());
        row.put("what", finding.what());
        row.put("where", finding.where());
        row.put("remedy", finding.remedy());
        return row;
    }

    private static Map<String, Object> names(StepName step) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("word", step.word());
        names.put("purpose", step.purpose());
        return names;
    }

    private static List<Object> pairs(Map<String, String> values) {
        List<Object> pairs = new ArrayList<>();
        values.forEach((name, value) -> pairs.add(pair(name, value)));
        return pairs;
    }

    private static Map<String, Object> pair(String name, String value) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("name", name);
        pair.put("value", value);
        return pair;
    }
}
