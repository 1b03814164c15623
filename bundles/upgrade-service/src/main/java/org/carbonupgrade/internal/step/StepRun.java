package org.carbonupgrade.internal.step;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.UpgradeListener;

/** One run of a step: what it works on, and where it says what it does. */
public final class StepRun {

    private final Workplace workplace;
    private final StepOptions options;
    private final UpgradeListener listener;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    public StepRun(Workplace workplace, StepOptions options, UpgradeListener listener) {
        this.workplace = workplace;
        this.options = options;
        this.listener = listener;
    }

    /** Plan, homes, databases and state. */
    public Workplace workplace() {
        return workplace;
    }

    public StepOptions options() {
        return options;
    }

    public UpgradeListener listener() {
        return listener;
    }

    /** A number, text, list or map of these for the report, shown in the order given. */
    public void figure(String name, Object value) {
        figures.put(name, value);
    }

    /** Something found; the worst decides on the step's status. */
    public void found(Finding finding) {
        findings.add(finding);
    }

    public void found(Collection<Finding> several) {
        findings.addAll(several);
    }

    public Map<String, Object> figures() {
        return Collections.unmodifiableMap(figures);
    }

    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** The worst finding's. */
    public Status status() {
        return Status.worst(findings.stream().map(Finding::status).collect(Collectors.toList()));
    }
}
