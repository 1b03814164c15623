package org.carbonupgrade.itests.support;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code reports/upgrade.json} says of an upgrade. */
public final class UpgradeOutcome {

    private final JsonObject report;

    private UpgradeOutcome(JsonObject report) {
        this.report = report;
    }

    public static UpgradeOutcome in(Path file) {
        try {
            return new UpgradeOutcome(
                    JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (IOException | JsonParseException e) {
            throw new HarnessException("cannot read the report " + file, e);
        }
    }

    /** {@code OK}, {@code OK_WITH_WARNINGS}, {@code UNFINISHED} or {@code FAILED}. */
    public String status() {
        return report.get("status").getAsString();
    }

    /** The words of the steps that have a report, in their order. */
    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        report.getAsJsonArray("steps").forEach(step -> steps.add(text(step, "step")));
        return steps;
    }

    /** A step's report as it stands there. */
    public JsonObject step(String word) {
        for (JsonElement step : report.getAsJsonArray("steps")) {
            if (text(step, "step").equals(word)) {
                return step.getAsJsonObject();
            }
        }
        throw new HarnessException("no report of the step " + word + ", there are " + steps());
    }

    /** The codes of all findings with a status, of all steps. */
    public Set<String> codes(String status) {
        return findings(status).stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All findings with a status, of all steps. */
    public List<Finding> findings(String status) {
        List<Finding> findings = new ArrayList<>();
        for (JsonElement step : report.getAsJsonArray("steps")) {
            for (JsonElement finding : step.getAsJsonObject().getAsJsonArray("findings")) {
                if (text(finding, "status").equals(status)) {
                    findings.add(new Finding(
                            text(step, "step"), text(finding, "code"), text(finding, "what"), text(finding, "where")));
                }
            }
        }
        return findings;
    }

    /** One thing that a step found. */
    public record Finding(String step, String code, String what, String where) {}

    private static String text(JsonElement object, String name) {
        return object.getAsJsonObject().get(name).getAsString();
    }
}
