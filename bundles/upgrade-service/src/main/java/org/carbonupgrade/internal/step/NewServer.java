package org.carbonupgrade.internal.step;

import java.util.EnumSet;
import java.util.Set;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.internal.report.ReportFiles;

/** Whether the new server works already: what a step writes then is written into what people use. */
final class NewServer {

    private static final Set<StepName> WRITING =
            EnumSet.of(StepName.COPY, StepName.CONFIGURE, StepName.ARTIFACTS, StepName.INSTALL);

    private NewServer() {}

    /** A new server that runs and is not verified yet has failed {@code check} before. */
    static boolean isVerified(Workplace workplace) {
        return new ReportFiles(workplace.state())
                .verification(workplace.upgradeId())
                .filter(report -> report.status().passed())
                .isPresent();
    }

    /** Whether a step makes it another one than it was when it was verified. */
    static boolean isChangedBy(StepName step, StepOptions options) {
        return step == StepName.SCHEMA ? options.has("apply") : WRITING.contains(step) && !options.has("dry-run");
    }
}
