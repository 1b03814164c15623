package org.carbonupgrade.internal.step;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/** How far an upgrade is, told from its journal alone. */
public final class Progression {

    private final Journal journal;

    public Progression(Journal journal) {
        this.journal = journal;
    }

    /** The upgrade's id, empty before it has begun. */
    public String upgradeId() {
        return begun().map(entry -> entry.fact("id")).orElse("");
    }

    /** Notes the begin of an old home's upgrade, with a new id, unless it is the one that was begun last. */
    public void begin(String from) {
        if (!isOf(from)) {
            journal.append(Event.UPGRADE_BEGUN, "id", UUID.randomUUID().toString(), "from", from);
        }
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

    /**
     * Refuses a step whose predecessors are not done for this old home, and any while the upgrade of another one is at work;
     * an upgrade that did nothing but check makes way.
     *
     * @throws org.carbonupgrade.UpgradeException naming what is missing, or the other old home
     */
    public void requireTurn(StepName step, String from) {
        if (!isOf(from) && hasWorked()) {
            throw UpgradeError.UPGRADE_OTHER.at(
                    begun().get().fact("from"), "The new home is in the middle of the upgrade of another old home.");
        }
        List<StepName> missing = Stream.of(StepName.values())
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
