package org.carbonupgrade.internal;

import java.time.Duration;
import java.util.Locale;

/** How long something took, as every report and the console say it. */
public final class ShownDuration {

    private ShownDuration() {}

    /** {@code 0.034 s}, {@code 12.345 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String of(Duration duration) {
        long seconds = duration.getSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
