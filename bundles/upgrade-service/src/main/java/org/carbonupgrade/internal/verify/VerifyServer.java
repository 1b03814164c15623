package org.carbonupgrade.internal.verify;

import java.util.Optional;
import java.util.function.Supplier;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.report.ReportFiles;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/** Verifies the started new server, from within it. */
public final class VerifyServer implements Step {

    private final Supplier<Optional<ServerVerifier>> verifier;

    /** @param verifier gives the verification of the server that we run in, if we do run in one */
    public VerifyServer(Supplier<Optional<ServerVerifier>> verifier) {
        this.verifier = verifier;
    }

    @Override
    public StepName name() {
        return StepName.VERIFY;
    }

    @Override
    public void run(StepRun run) {
        Workplace workplace = run.workplace();
        ServerVerifier server = verifier.get()
                .orElseThrow(() -> UpgradeError.VERIFY_IN_SERVER.at(
                        workplace.newHome().toString(), "The new server can only be verified from within."));
        StepReport verified = server.verify() ? report(workplace).orElse(null) : null;
        if (verified == null) {
            throw UpgradeError.VERIFY_NO_REPORT.at(
                    workplace.newHome().toString(), "The verification has left no report of this upgrade.");
        }
        verified.figures().forEach(run::figure);
        run.found(verified.findings());
    }

    private static Optional<StepReport> report(Workplace workplace) {
        return new ReportFiles(workplace.state()).verification(workplace.upgradeId());
    }
}
