package org.carbonupgrade.internal.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.internal.ShownDuration;
import org.carbonupgrade.internal.plan.Plan;

/** Writes reports and errors for people, on a console. */
final class Printer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;

    Printer(PrintStream out) {
        this.out = out;
    }

    void text(String text) {
        out.print(text);
    }

    void line(String text) {
        out.println(text);
    }

    /**
     * What a step did: what is not as it should be, and its figures on a line.
     *
     * @param everything whether to show what is as it should be, too
     */
    void step(StepReport report, boolean everything) {
        TextTable table = new TextTable();
        for (Finding finding : report.findings()) {
            if (everything || finding.status() != Status.OK) {
                finding(finding, table);
            }
        }
        out.print(table);
        out.print(new TextTable()
                .row(report.step().word(), report.status().name(), duration(report), figures(report.figures())));
    }

    /** How the upgrade stands, step by step: how each ended, when, and how long it took. */
    void status(UpgradeReport report) {
        pairs(report.about());
        out.println();
        TextTable table = new TextTable();
        for (StepName step : report.ofNode()) {
            table.row(
                    step.word(),
                    report.step(step).map(done -> done.status().name()).orElse("to do"),
                    report.step(step).map(done -> TIME.format(done.ended())).orElse(""),
                    report.step(step).map(Printer::duration).orElse(""),
                    report.step(step).map(done -> figures(done.figures())).orElse(step.purpose()));
        }
        out.print(table);
        out.println();
        failures(report);
        next(report);
    }

    /** Names and values, aligned. */
    void pairs(Map<String, String> values) {
        TextTable table = new TextTable();
        values.forEach((name, value) -> table.row(name, value));
        out.print(table);
    }

    /** What comes next. */
    void next(UpgradeReport report) {
        out.println("status: " + report.state());
        out.println(nextStep(report));
    }

    /** What has failed, and where the reports are. */
    void report(UpgradeReport report, Plan plan) {
        failures(report);
        out.println("status: " + report.state());
        out.println("report: " + plan.newHome().resolve("repository/upgrade/reports/upgrade.html"));
    }

    private void failures(UpgradeReport report) {
        TextTable table = new TextTable();
        for (StepReport step : report.steps()) {
            step.findings().stream()
                    .filter(finding -> !finding.status().passed())
                    .forEach(finding -> finding(finding, table));
        }
        out.print(table);
    }

    void error(UpgradeException e) {
        out.print(finding(e.finding(), new TextTable()));
    }

    private static TextTable finding(Finding finding, TextTable table) {
        table.row(finding.status().name(), finding.code(), finding.what());
        if (finding.status() != Status.OK) {
            if (!finding.where().isEmpty()) {
                table.row("", "  where", finding.where());
            }
            if (!finding.remedy().isEmpty()) {
                table.row("", "  mend", finding.remedy());
            }
        }
        return table;
    }

    private static String nextStep(UpgradeReport report) {
        for (StepName step : report.ofNode()) {
            if (!report.step(step).map(done -> done.status().passed()).orElse(false)) {
                return step == StepName.VERIFY
                        ? "next: start the new server; it verifies itself, then \"report\" shows how it went"
                        : "next: " + step.word() + " (\"run\" does all that is left up to the start of the new server)";
            }
        }
        return "next: nothing is left to do";
    }

    private static String figures(Map<String, Object> figures) {
        StringBuilder line = new StringBuilder();
        figures.forEach((name, value) -> {
            if (value instanceof Number || value instanceof String) {
                line.append(line.length() == 0 ? "" : ", ").append(name).append(' ');
                line.append(value instanceof Long ? String.format(Locale.ROOT, "%,d", value) : value);
            }
        });
        return line.toString();
    }

    private static String duration(StepReport report) {
        return ShownDuration.of(Duration.between(report.started(), report.ended()));
    }
}
