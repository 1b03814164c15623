package org.carbonupgrade;

import java.util.Collection;
import java.util.Comparator;

/** How a finding, a step or a check came out; each is worse than the one before. */
public enum Status {
    OK,
    /** It works, and an operator should know something. */
    WARN,
    FAIL,
    /** It was not found out. No better than {@link #FAIL}. */
    COULD_NOT_RUN;

    /** Whether the upgrade can go on after it. */
    public boolean passed() {
        return this == OK || this == WARN;
    }

    /** The worst of several, {@link #OK} of none. */
    public static Status worst(Collection<Status> statuses) {
        return statuses.stream().max(Comparator.naturalOrder()).orElse(OK);
    }
}
