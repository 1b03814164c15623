package org.carbonupgrade.internal.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeReport.State;

/** How reports write states and figures for people. */
final class Words {

    private Words() {}

    static String of(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String meaning(State state) {
        switch (state) {
            case OK:
                return "Every step has passed, and the started new server has been verified.";
            case OK_WITH_WARNINGS:
                return "Every step has passed and the started new server has been verified; read the warnings.";
            case FAILED:
                return "A step has failed or could not find out. The old home and its databases are as they were.";
            default:
                return "Steps are left to do. The old home and its databases are as they were.";
        }
    }

    static String css(State state) {
        switch (state) {
            case OK:
                return "ok";
            case OK_WITH_WARNINGS:
                return "warn";
            case FAILED:
                return "fail";
            default:
                return "run";
        }
    }

    static String css(Status status) {
        return status == Status.OK ? "ok" : status == Status.WARN ? "warn" : "fail";
    }

    /** Whole numbers with thin spaces between thousands, lists and maps on one line. */
    static String figure(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                    .replace(',', '\u202f');
        }
        if (value instanceof List) {
            return ((List<?>) value).stream().map(Words::figure).collect(Collectors.joining(", "));
        }
        if (value instanceof Map) {
            return ((Map<?, ?>) value)
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + figure(entry.getValue()))
                            .collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
