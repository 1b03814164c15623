package org.carbonupgrade.internal.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.json.Json;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.state.StateDirectory;

/** The reports of an upgrade in {@code repository/upgrade/reports}. */
public final class ReportFiles {

    private final StateDirectory state;

    public ReportFiles(StateDirectory state) {
        this.state = state;
    }

    /** {@code STEP.json}. */
    public void write(StepReport report) {
        Durable.write(state.report(report.step()), Json.text(StepReportJson.write(report)));
    }

    /** {@code upgrade.json} and {@code upgrade.html}. */
    public void write(UpgradeReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("format", 1);
        json.addProperty("upgradeId", report.upgradeId());
        json.addProperty("status", report.state().name());
        json.addProperty("written", Instant.now().toString());
        json.add("about", Json.tree(report.about()));
        JsonArray steps = new JsonArray();
        report.steps().forEach(step -> steps.add(StepReportJson.write(step)));
        json.add("steps", steps);
        Durable.write(state.reports().resolve("upgrade.json"), Json.text(json));
        Durable.write(state.reports().resolve("upgrade.html"), HtmlReport.of(report));
    }

    /** What the verification of the started server has reported of this upgrade, if it has run. */
    public Optional<StepReport> verification(String upgradeId) {
        return VerificationResult.read(state.verification(), upgradeId);
    }

    /**
     * Takes away what the verification of the started server has reported: the server is about to become another one. It is kept
     * under another name.
     */
    public void outdateVerification() {
        for (Path report : new Path[] {state.verification(), state.report(StepName.VERIFY)}) {
            try {
                Files.move(
                        report,
                        report.resolveSibling(report.getFileName() + ".outdated"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException e) {
                // nobody has verified yet
            } catch (IOException e) {
                throw UpgradeError.STATE_WRITE.at(report.toString(), "The report cannot be renamed: " + e, e);
            }
        }
    }

    /** The last report of a step, which may be that of the started server on itself. */
    public Optional<StepReport> step(StepName step, String upgradeId) {
        Optional<StepReport> written = Json.read(state.report(step)).map(StepReportJson::read);
        if (step != StepName.VERIFY) {
            return written;
        }
        Optional<StepReport> verified = verification(upgradeId);
        return verified.isPresent() ? verified : written;
    }
}
