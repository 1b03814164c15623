package org.carbonupgrade.internal.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/** How far an upgrade is, told from its journal alone. */
public final class Progression {

    private static final String INPUT = "input: ";
    private static final String TO = "to";
    private static final String REPORT = "report sha256";

    private final Journal journal;

    public Progression(Journal journal) {
        this.journal = journal;
    }

    /** The upgrade's id, empty before it has begun. */
    public String upgradeId() {
        return begun().map(entry -> entry.fact("id")).orElse("");
    }

    /** Notes the begin of an old home's upgrade, with a new id, unless it is the one that was begun last. */
    public void begin(String from, String to) {
        begin(from, to, UUID.randomUUID().toString());
    }

    /** Notes the begin of a part of an upgrade that has an id already, unless it is the one that was begun last. */
    void begin(String from, String to, String id) {
        if (!isOf(from)) {
            journal.append(Event.UPGRADE_BEGUN, "id", id, "from", from, TO, to);
        }
    }

    /** The new home that the upgrade was begun in, if that is another one. */
    Optional<String> begunElsewhere(String home) {
        return begun().map(entry -> entry.fact(TO)).filter(to -> !to.isEmpty() && !to.equals(home));
    }

    /** Whether the upgrade that was begun last is that of an old home. */
    private boolean isOf(String from) {
        return begun().filter(entry -> entry.fact("from").equals(from)).isPresent();
    }

    private boolean hasWorked() {
        return current().stream()
                .anyMatch(entry -> entry.event() == Event.STEP_STARTED
                        && !entry.fact("step").equals(StepName.CHECK.word()));
    }

    /** Whether the last run of a step came to an end, good or bad. */
    public boolean ended(StepName step) {
        return ended().containsKey(step);
    }

    /** How the last run of each step ended; a step that was started and did not end is not among them. */
    private Map<StepName, Status> ended() {
        Map<StepName, Status> ended = new EnumMap<>(StepName.class);
        for (JournalEntry entry : current()) {
            StepName.of(entry.fact("step")).ifPresent(step -> {
                if (entry.event() == Event.STEP_STARTED) {
                    ended.remove(step);
                } else if (entry.event() == Event.STEP_ENDED) {
                    ended.put(step, Status.valueOf(entry.fact("status")));
                }
            });
        }
        return ended;
    }

    /** Whether the last run of a step passed. */
    public boolean done(StepName step) {
        return Optional.ofNullable(ended().get(step)).map(Status::passed).orElse(false);
    }

    /** When a step came to an end last; empty if it never did. */
    String lastEnd(StepName step) {
        return end(step).map(entry -> entry.at().toString()).orElse("");
    }

    /** The last end of a step. */
    Optional<JournalEntry> end(StepName step) {
        return last(Event.STEP_ENDED, step);
    }

    /** The digest of the report that a step wrote when it came to an end last; empty if it is not known. */
    String reportDigest(StepName step) {
        return end(step).map(entry -> entry.fact(REPORT)).orElse("");
    }

    /** Notes that a step has ended, and the digest of its report: what is changed in that later proves nothing. */
    void end(StepReport report, Path file) {
        try {
            journal.append(
                    Event.STEP_ENDED,
                    "step",
                    report.step().word(),
                    "status",
                    report.status().name(),
                    REPORT,
                    FileDigest.sha256(file));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The report cannot be read back: " + e, e);
        }
    }

    /** The step that was begun and has not come to an end: it is at work, or was interrupted. */
    Optional<JournalEntry> begunStep() {
        return current().stream()
                .filter(entry -> entry.event() == Event.STEP_STARTED || entry.event() == Event.STEP_ENDED)
                .reduce((first, second) -> second)
                .filter(entry -> entry.event() == Event.STEP_STARTED);
    }

    /**
     * Which of its inputs have changed since a step was begun last.
     *
     * @param now by name
     */
    List<String> changed(StepName step, Map<String, String> now) {
        return last(Event.STEP_STARTED, step)
                .map(begun -> now.entrySet().stream()
                        .filter(input -> !begun.fact(INPUT + input.getKey()).isEmpty())
                        .filter(input -> !begun.fact(INPUT + input.getKey()).equals(input.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toList()))
                .orElse(Collections.emptyList());
    }

    /** Notes that a step begins, and what its inputs are. */
    void start(StepName step, Map<String, String> inputs) {
        List<String> facts = new ArrayList<>(Arrays.asList("step", step.word()));
        inputs.forEach((name, value) -> facts.addAll(Arrays.asList(INPUT + name, value)));
        journal.append(Event.STEP_STARTED, facts.toArray(new String[0]));
    }

    private Optional<JournalEntry> last(Event event, StepName step) {
        return current().stream()
                .filter(entry -> entry.event() == event && entry.fact("step").equals(step.word()))
                .reduce((first, second) -> second);
    }

    /**
     * Refuses a step whose predecessors are not done for this old home, and any while the upgrade of another one is at work;
     * an upgrade that did nothing but check makes way.
     *
     * @param steps that this upgrade has
     * @throws org.carbonupgrade.UpgradeException naming what is missing, or the other old home
     */
    public void requireTurn(StepName step, String from, Set<StepName> steps) {
        if (!isOf(from) && hasWorked()) {
            throw UpgradeError.UPGRADE_OTHER.at(
                    begun().get().fact("from"), "The new home is in the middle of the upgrade of another old home.");
        }
        List<StepName> missing = steps.stream()
                .filter(before -> before.compareTo(step) < 0 && !(isOf(from) && done(before)))
                .collect(Collectors.toList());
        if (!missing.isEmpty()) {
            throw UpgradeError.STEP_ORDER.at(
                    step.word(),
                    "Before " + step.word() + " come steps that are not done: "
                            + missing.stream().map(StepName::word).collect(Collectors.joining(", ")) + ".");
        }
    }

    private Optional<JournalEntry> begun() {
        return current().stream().findFirst().filter(entry -> entry.event() == Event.UPGRADE_BEGUN);
    }

    /** What the journal tells of the upgrade that was begun last. */
    private List<JournalEntry> current() {
        List<JournalEntry> entries = journal.entries();
        for (int i = entries.size() - 1; i > 0; i--) {
            if (entries.get(i).event() == Event.UPGRADE_BEGUN) {
                return entries.subList(i, entries.size());
            }
        }
        return entries;
    }
}
