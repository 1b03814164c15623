package org.carbonupgrade.internal.step;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.StepName;

/** The steps of an upgrade by their names; each name has one. */
public final class Steps {

    private final Map<StepName, Step> steps = new EnumMap<>(StepName.class);

    /** @throws IllegalArgumentException if a step is missing or there twice */
    public Steps(List<Step> all) {
        for (Step step : all) {
            if (steps.put(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        if (steps.size() != StepName.values().length) {
            throw new IllegalArgumentException("steps are missing: there are only " + steps.keySet());
        }
    }

    public Step get(StepName name) {
        return steps.get(name);
    }
}
