package org.carbonupgrade;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a step did: status, times, figures and findings. Immutable. */
public final class StepReport {

    private final StepName step;
    private final Status status;
    private final Instant started;
    private final Instant ended;
    private final Map<String, Object> figures;
    private final List<Finding> findings;

    /** @param figures numbers, texts, lists and maps of these, under names for people and machines, in the order to show */
    public StepReport(
            StepName step,
            Status status,
            Instant started,
            Instant ended,
            Map<String, Object> figures,
            List<Finding> findings) {
        this.step = Objects.requireNonNull(step, "step");
        this.status = Objects.requireNonNull(status, "status");
        this.started = Objects.requireNonNull(started, "started");
        this.ended = Objects.requireNonNull(ended, "ended");
        this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        this.findings = Collections.unmodifiableList(findings);
    }

    public StepName step() {
        return step;
    }

    public Status status() {
        return status;
    }

    public Instant started() {
        return started;
    }

    public Instant ended() {
        return ended;
    }

    /** Numbers, texts, lists and maps of these, in the order to show; unmodifiable. */
    public Map<String, Object> figures() {
        return figures;
    }

    /** What was found, in the order found; unmodifiable. */
    public List<Finding> findings() {
        return findings;
    }
}
