package org.carbonupgrade.internal.plan;

import java.util.Optional;

/** How many tables are worked on at once, as people write it. */
public final class Jobs {

    private Jobs() {}

    /** The number, if it is one from 1 to 64. */
    public static Optional<Integer> parse(String text) {
        return text.matches("[1-9]|[1-5][0-9]|6[0-4]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
