package org.carbonupgrade.internal.step;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.internal.ShownDuration;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/** Says of an upgrade what is going on right now, and how long it has taken so far. */
public final class Whereabouts {

    private Whereabouts() {}

    /** A report with this in what it tells about the upgrade. */
    public static UpgradeReport in(UpgradeReport report, Workplace workplace) {
        Map<String, String> about = new LinkedHashMap<>(report.about());
        workplace
                .progression()
                .begunElsewhere(workplace.newHome().toString())
                .ifPresent(home -> about.put("begun in", home + ": this home has a copy of its journal, or was moved"));
        Optional<JournalEntry> begun = workplace.progression().begunStep();
        begun.ifPresent(entry -> about.put("right now", now(entry, workplace)));
        workplace.journal().entries().stream()
                .filter(entry -> entry.event() == Event.HOME_UNPACKED)
                .forEach(entry ->
                        about.put("unpacked from", entry.fact("pack") + " (SHA-256 " + entry.fact("sha256") + ")"));
        if (!report.steps().isEmpty()) {
            long millis = report.steps().stream().mapToLong(Whereabouts::millis).sum();
            about.put("time in steps", ShownDuration.of(Duration.ofMillis(millis)));
        }
        return new UpgradeReport(report.upgradeId(), report.state(), about, report.ofNode(), report.steps());
    }

    private static String now(JournalEntry begun, Workplace workplace) {
        String step = begun.fact("step");
        Instant at = begun.at().truncatedTo(ChronoUnit.SECONDS);
        return workplace.isOthers()
                ? step + " is at work, since " + at + " ("
                        + ShownDuration.of(Duration.between(begun.at(), Instant.now())) + ")"
                : step + " was interrupted; it was begun at " + at + ", and goes on when it is run again";
    }

    private static long millis(StepReport step) {
        return Duration.between(step.started(), step.ended()).toMillis();
    }
}
