package org.carbonupgrade.itests.support;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says whether an upgrade went as it should: every step done, nothing failed or left unknown, and exactly the warnings that are
 * expected. {@code VerdictMain UPGRADE_JSON [EXPECTED_WARNING_CODE …]}
 */
public final class VerdictMain {

    private static final List<String> STEPS =
            List.of("check", "backup", "copy", "compare", "schema", "configure", "artifacts", "install", "verify");
    private static final int MOST_WARNINGS = 100;

    private VerdictMain() {}

    public static void main(String[] arguments) {
        Main.run("VerdictMain UPGRADE_JSON [EXPECTED_WARNING_CODE ...]", 1, MOST_WARNINGS, arguments, () -> {
            UpgradeOutcome outcome = UpgradeOutcome.in(Path.of(arguments[0]));
            Set<String> expected = new TreeSet<>(Arrays.asList(arguments).subList(1, arguments.length));
            require(outcome.steps().equals(STEPS), "steps are missing, there are " + outcome.steps());
            require(outcome.codes("FAIL").isEmpty(), "failed: " + outcome.codes("FAIL"));
            require(outcome.codes("COULD_NOT_RUN").isEmpty(), "not found out: " + outcome.codes("COULD_NOT_RUN"));
            Set<String> warnings = outcome.codes("WARN");
            require(warnings.equals(expected), "warnings are " + warnings + ", expected " + expected);
            require(outcome.status().startsWith("OK"), "the status is " + outcome.status());
            Main.say(outcome.status() + ": " + STEPS.size() + " steps done, warnings as expected: " + warnings);
        });
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new HarnessException(otherwise);
        }
    }
}
