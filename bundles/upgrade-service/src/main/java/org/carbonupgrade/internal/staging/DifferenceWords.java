package org.carbonupgrade.internal.staging;

import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.RowDifference;
import org.carbonupgrade.dbcopy.RowValues;
import org.carbonupgrade.dbcopy.SchemaDifference;

/** What differs, in sentences for people. */
final class DifferenceWords {

    private DifferenceWords() {}

    static String sentence(SchemaDifference difference) {
        String object = "The " + difference.object() + " " + difference.name();
        switch (difference.kind()) {
            case MISSING:
                return object + " is missing in staging.";
            case EXTRA:
                return object + " is in staging only.";
            default:
                return object + " is defined differently in staging.";
        }
    }

    static String sentence(RowDifference difference) {
        String rows = difference.rows() == 1 ? "1 row" : difference.rows() + " rows";
        String keys = difference.firstKey().equals(difference.lastKey())
                ? difference.firstKey()
                : difference.firstKey() + " to " + difference.lastKey();
        switch (difference.kind()) {
            case MISSING:
                return rows + " missing in staging: " + keys;
            case EXTRA:
                return rows + " in staging only: " + keys;
            default:
                return rows + " with other values in staging: " + keys;
        }
    }

    /** {@code ID=1: NAME 'a' in the old database, 'b' in staging; …} or {@code ID=1 in staging: NAME 'a', …}. */
    static String sentence(RowValues row) {
        boolean inOld = row.values().stream().allMatch(value -> value.source().isPresent());
        boolean inStaging =
                row.values().stream().allMatch(value -> value.target().isPresent());
        if (inOld && inStaging) {
            return row.key() + ": "
                    + row.values().stream()
                            .map(value -> value.column() + " " + value.source().get() + " in the old database, "
                                    + value.target().get() + " in staging")
                            .collect(Collectors.joining("; "));
        }
        return row.key()
                + (inOld ? " in the old database: " : " in staging: ")
                + row.values().stream()
                        .map(value -> value.column() + " " + value.source().orElseGet(value.target()::get))
                        .collect(Collectors.joining(", "));
    }
}
