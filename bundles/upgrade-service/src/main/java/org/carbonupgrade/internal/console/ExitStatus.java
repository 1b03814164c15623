package org.carbonupgrade.internal.console;

import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeReport;

/** What a command ends with. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;

    /** A step failed. */
    static final int FAILED = 1;

    /** Refused: nothing was begun, also because the plan can't be used. */
    static final int REFUSED = 2;

    /** The words of the command make no sense; the number that sysexits.h gives it. */
    static final int USAGE = 64;

    private ExitStatus() {}

    /** A failed check is a refusal: it begins nothing. */
    static int of(StepReport report) {
        return report.status().passed() ? DONE : report.step() == StepName.CHECK ? REFUSED : FAILED;
    }

    static int of(UpgradeReport report) {
        return report.steps().stream()
                .map(ExitStatus::of)
                .filter(status -> status != DONE)
                .findFirst()
                .orElse(DONE);
    }
}
