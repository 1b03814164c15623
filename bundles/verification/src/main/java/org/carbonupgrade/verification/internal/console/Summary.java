package org.carbonupgrade.verification.internal.console;

import java.util.Locale;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationReport;

/** A report as it is shown on a console: a line for each check, and below it what is not as it should be. */
final class Summary {

    private Summary() {}

    /** @param file the report's name, without {@code .html} */
    static String of(VerificationReport report, String file) {
        int width = report.checks().stream()
                .mapToInt(check -> check.name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (CheckReport check : report.checks()) {
            String row = "%-" + width + "s  %-13s  %6.1f s  %s%n";
            text.append(String.format(
                    Locale.ROOT, row, check.name(), check.status(), check.took().toMillis() / 1000.0, check.title()));
            for (Entry entry : check.entries()) {
                if (entry.status() != Status.OK) {
                    text.append(String.format("    %s %s: %s%n", entry.status(), entry.code(), entry.what()));
                    text.append(String.format("        %s%n", entry.remedy()));
                }
            }
        }
        return text.append(String.format(
                        "Verification %s of %s: %s, see repository/upgrade/reports/%s.html",
                        report.runId(), report.server().home(), report.status(), file))
                .toString();
    }
}
