package org.carbonupgrade;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The upgrade as a whole, as far as it has come. Immutable. */
public final class UpgradeReport {

    /** How the upgrade stands. */
    public enum State {
        /** Steps are left to do. */
        UNFINISHED,
        OK,
        OK_WITH_WARNINGS,
        FAILED
    }

    private final String upgradeId;
    private final State state;
    private final Map<String, String> about;
    private final Set<StepName> ofNode;
    private final List<StepReport> steps;

    /**
     * @param upgradeId empty before the first step that changes anything
     * @param about homes and versions, under names for people
     * @param ofNode the steps that this upgrade has: that of a further node of a cluster has less of them
     * @param steps the last report of every step that was run, in the order of the steps
     */
    public UpgradeReport(
            String upgradeId, State state, Map<String, String> about, Set<StepName> ofNode, List<StepReport> steps) {
        this.upgradeId = upgradeId;
        this.state = state;
        this.about = Collections.unmodifiableMap(about);
        this.ofNode = Collections.unmodifiableSet(ofNode);
        this.steps = Collections.unmodifiableList(steps);
    }

    public String upgradeId() {
        return upgradeId;
    }

    public State state() {
        return state;
    }

    /** Homes and versions, under names for people; unmodifiable. */
    public Map<String, String> about() {
        return about;
    }

    /** The steps that this upgrade has, in their order; unmodifiable. */
    public Set<StepName> ofNode() {
        return ofNode;
    }

    /** The last report of every step that was run, in the order of the steps; unmodifiable. */
    public List<StepReport> steps() {
        return steps;
    }

    /** The last report of a step, if it was run. */
    public Optional<StepReport> step(StepName name) {
        return steps.stream().filter(report -> report.step() == name).findFirst();
    }
}
