package org.carbonupgrade.internal.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.internal.json.Json;

/** A step's report as JSON, both ways. */
final class StepReportJson {

    private StepReportJson() {}

    static JsonObject write(StepReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("step", report.step().word());
        json.addProperty("status", report.status().name());
        json.addProperty("started", report.started().toString());
        json.addProperty("ended", report.ended().toString());
        json.addProperty(
                "millis", report.ended().toEpochMilli() - report.started().toEpochMilli());
        json.add("figures", Json.tree(report.figures()));
        JsonArray findings = new JsonArray();
        for (Finding finding : report.findings()) {
            findings.add(write(finding));
        }
        json.add("findings", findings);
        return json;
    }

    @SuppressWarnings("unchecked")
    static StepReport read(JsonObject json) {
        List<Finding> findings = new ArrayList<>();
        for (JsonElement finding : json.getAsJsonArray("findings")) {
            findings.add(readFinding(finding.getAsJsonObject()));
        }
        Map<String, Object> figures =
                json.has("figures") ? (Map<String, Object>) Json.value(json.get("figures")) : Collections.emptyMap();
        return new StepReport(
                StepName.of(Json.string(json, "step")).orElseThrow(IllegalStateException::new),
                Status.valueOf(Json.string(json, "status")),
                Instant.parse(Json.string(json, "started")),
                Instant.parse(Json.string(json, "ended")),
                figures,
                findings);
    }

    private static JsonObject write(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("status", finding.status().name());
        json.addProperty("code", finding.code());
        json.addProperty("what", finding.what());
        json.addProperty("where", finding.where());
        json.addProperty("remedy", finding.remedy());
        return json;
    }

    private static Finding readFinding(JsonObject json) {
        return new Finding(
                Status.valueOf(Json.string(json, "status")),
                Json.string(json, "code"),
                Json.string(json, "what"),
                Json.string(json, "where"),
                Json.string(json, "remedy"));
    }
}
