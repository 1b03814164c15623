package org.carbonupgrade.internal.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.internal.json.Json;

/** What the verification of the started server has left in {@code verification.json}, as the report of the step verify. */
final class VerificationResult {

    private VerificationResult() {}

    /** The report, if the verification of this upgrade has run. */
    static Optional<StepReport> read(Path file, String upgradeId) {
        return Json.read(file)
                .filter(json -> Json.string(json, "upgradeId").equals(upgradeId))
                .map(VerificationResult::report);
    }

    private static StepReport report(JsonObject json) {
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        List<Object> checks = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("checks")) {
            JsonObject check = element.getAsJsonObject();
            checks.add(summary(check));
            for (JsonElement entry : check.getAsJsonArray("entries")) {
                findings.add(finding(Json.string(check, "name"), entry.getAsJsonObject()));
            }
        }
        figures.put("run", Json.string(json, "runId"));
        figures.put("checks", checks);
        return new StepReport(
                StepName.VERIFY,
                Status.valueOf(Json.string(json, "status")),
                Instant.parse(Json.string(json, "started")),
                Instant.parse(Json.string(json, "finished")),
                figures,
                findings);
    }

    private static Map<String, Object> summary(JsonObject check) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("check", Json.string(check, "title"));
        summary.put("status", Json.string(check, "status"));
        summary.put("millis", Json.value(check.get("millis")));
        summary.put("figures", Json.value(check.get("figures")));
        return summary;
    }

    private static Finding finding(String check, JsonObject entry) {
        return new Finding(
                Status.valueOf(Json.string(entry, "status")),
                Json.string(entry, "code"),
                Json.string(entry, "what"),
                check,
                Json.string(entry, "remedy"));
    }
}
