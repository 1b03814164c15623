package org.carbonupgrade.internal.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.report.ReportFiles;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.JournalEntry;

/** The reports of steps that have ended, each held against the digest that the journal has of it: what counts is what was written. */
final class ProvenReports {

    private final Workplace workplace;

    ProvenReports(Workplace workplace) {
        this.workplace = workplace;
    }

    /** In the order of the steps, with what the started server has reported; one that was changed says nothing else. */
    List<StepReport> all() {
        List<StepReport> proven = new ArrayList<>();
        ReportFiles files = new ReportFiles(workplace.state());
        for (StepName step : StepName.values()) {
            boolean ended = workplace.progression().ended(step);
            // What the started server reports of itself is no part of the journal.
            Optional<String> wrong = ended && step != StepName.VERIFY ? wrong(step) : Optional.empty();
            if (wrong.isPresent()) {
                proven.add(unproven(step, wrong.get()));
            } else if (ended || step == StepName.VERIFY) {
                files.step(step, workplace.upgradeId()).ifPresent(proven::add);
            }
        }
        return proven;
    }

    /** What is wrong with the report of a step, if anything is. */
    private Optional<String> wrong(StepName step) {
        Path report = workplace.state().report(step);
        String known = workplace.progression().reportDigest(step);
        try {
            if (known.isEmpty()
                    || Files.exists(report) && FileDigest.sha256(report).equals(known)) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(report.toString(), "The report cannot be read: " + e, e);
        }
        // Whoever is at work writes a report first, and its digest then.
        return workplace.isOthers()
                ? Optional.empty()
                : Optional.of(Files.exists(report) ? "is not the one that the step has written" : "is gone");
    }

    private StepReport unproven(StepName step, String what) {
        Instant ended = workplace.progression().end(step).map(JournalEntry::at).orElse(Instant.EPOCH);
        return new StepReport(
                step,
                Status.FAIL,
                ended,
                ended,
                Collections.emptyMap(),
                Collections.singletonList(UpgradeError.REPORT_CHANGED.found(
                        Status.FAIL, workplace.state().report(step).toString(), "The report " + what + ".")));
    }
}
