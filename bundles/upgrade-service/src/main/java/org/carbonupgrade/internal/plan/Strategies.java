package org.carbonupgrade.internal.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;

/** How a database is copied, as people write it. */
final class Strategies {

    static final String DEFAULT = "auto";

    private Strategies() {}

    /** The strategy of that name, if there is one. */
    static Optional<Strategy> parse(String text) {
        return Arrays.stream(Strategy.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** What to say of a name that is none. */
    static String unknown(String text) {
        return "\"" + text + "\" is neither auto nor stream nor clone.";
    }
}
