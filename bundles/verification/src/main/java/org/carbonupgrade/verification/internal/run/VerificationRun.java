package org.carbonupgrade.verification.internal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.checks.CleanStartCheck;
import org.carbonupgrade.verification.internal.checks.NoTraceCheck;
import org.carbonupgrade.verification.internal.isolation.IsolatedCheck;
import org.carbonupgrade.verification.internal.trace.Ledger;

/** One verification, from a clean start to no trace. */
public final class VerificationRun {

    private static final Log LOG = LogFactory.getLog(VerificationRun.class);

    private final String runId = RunId.create();
    private final Instant started = Instant.now();
    private final List<CheckReport> reports = new ArrayList<>();
    private final VerificationRequest request;
    private final CarbonServer server;
    private final Ledger ledger;
    private final CleanStartCheck cleanStart;
    private final NoTraceCheck noTrace;

    public VerificationRun(VerificationRequest request, CarbonServer server, Ledger ledger) {
        this.request = request;
        this.server = server;
        this.ledger = ledger;
        this.cleanStart = new CleanStartCheck(server, ledger);
        this.noTrace = new NoTraceCheck(server, ledger, cleanStart);
    }

    /** Runs the checks between a clean start and the proof that they left no trace. */
    public VerificationReport of(Collection<Check> checks) throws InterruptedException {
        run(new IsolatedCheck(cleanStart));
        for (IsolatedCheck check : inOrder(checks)) {
            if (mayRun(check)) {
                run(check);
            } else {
                leaveOut(check);
            }
        }
        ledger.close();
        run(new IsolatedCheck(noTrace));
        return report();
    }

    /** Forgets what was made, once that is removed and the report is written. */
    public void end() {
        if (noTrace.isAllRemoved()) {
            ledger.end();
        }
    }

    private void run(IsolatedCheck check) throws InterruptedException {
        add(check.run(runId, request));
    }

    /** Without a clean start nobody could tell afterwards what was made and what was there. */
    private boolean mayRun(IsolatedCheck check) {
        return cleanStart.before().isPresent() || !check.changesServer();
    }

    private void leaveOut(IsolatedCheck check) {
        add(check.notRun(Code.VF_NOT_PREPARED.couldNotRun("not run, as the verification did not start clean")));
    }

    private void add(CheckReport report) {
        reports.add(report);
        LOG.info("Verification " + runId + ": " + report.name() + " " + report.status() + " in "
                + report.took().toMillis() + " ms");
    }

    private VerificationReport report() {
        return new VerificationReport(
                request.upgradeId().orElse(null), runId, started, Instant.now(), server.description(), reports);
    }

    private static List<IsolatedCheck> inOrder(Collection<Check> checks) {
        return checks.stream()
                .map(IsolatedCheck::new)
                .sorted(Comparator.comparingInt(IsolatedCheck::order))
                .collect(Collectors.toList());
    }
}
