package org.carbonupgrade.verification.internal.console;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonupgrade.verification.internal.isolation.IsolatedCheck;

/** The checks as they are shown on a console: a line for each. */
final class CheckTable {

    private CheckTable() {}

    /** @param checks in the order in which they run */
    static String of(List<IsolatedCheck> checks) {
        String row =
                "%-" + width(checks, IsolatedCheck::name) + "s  %-" + width(checks, CheckTable::tags) + "s  %-7s  %s";
        return checks.stream()
                .map(check -> String.format(
                        Locale.ROOT,
                        row,
                        check.name(),
                        tags(check),
                        check.changesServer() ? "changes" : "looks",
                        check.title()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String tags(IsolatedCheck check) {
        return String.join(",", check.tags());
    }

    /** At least 1, which is what a format can take. */
    private static int width(Collection<IsolatedCheck> checks, Function<IsolatedCheck, String> cell) {
        return checks.stream().map(cell).mapToInt(String::length).reduce(1, Math::max);
    }
}
