package org.carbonupgrade.internal.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carbonupgrade.StepName;

/** What a node is in its cluster, and which steps its upgrade has. */
public enum NodeRole {
    /** The only one, or the one that copies the databases. */
    FIRST(EnumSet.allOf(StepName.class)),
    /** One that uses the databases that the first has copied. */
    ADDITIONAL(EnumSet.of(StepName.CHECK, StepName.CONFIGURE, StepName.ARTIFACTS, StepName.INSTALL, StepName.VERIFY));

    private final Set<StepName> steps;

    NodeRole(Set<StepName> steps) {
        this.steps = Collections.unmodifiableSet(steps);
    }

    /** In their order; unmodifiable. */
    public Set<StepName> steps() {
        return steps;
    }

    /** The word for it in a plan. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NodeRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
