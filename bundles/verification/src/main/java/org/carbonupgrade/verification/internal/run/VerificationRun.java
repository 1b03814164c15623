package org.carbonupgrade.verification.internal.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.checks.CleanStartCheck;
import org.carbonupgrade.verification.internal.checks.CleaningCheck;
import org.carbonupgrade.verification.internal.checks.LeftoversCheck;
import org.carbonupgrade.verification.internal.checks.NoTraceCheck;
import org.carbonupgrade.verification.internal.checks.SafetyCheck;
import org.carbonupgrade.verification.internal.isolation.IsolatedCheck;
import org.carbonupgrade.verification.internal.trace.Ledger;

/** One verification: where something is to be made, from a clean start to no trace. */
public final class VerificationRun {

    private static final Log LOG = LogFactory.getLog(VerificationRun.class);

    private final String runId = RunId.create();
    private final Instant started = Instant.now();
    private final List<CheckReport> reports = new ArrayList<>();
    private final VerificationRequest request;
    private final CarbonServer server;
    private final Ledger ledger;
    private final SafetyCheck safety;
    private final CleanStartCheck cleanStart;
    private final NoTraceCheck noTrace;

    public VerificationRun(VerificationRequest request, CarbonServer server, Ledger ledger) {
        this.request = request;
        this.server = server;
        this.ledger = ledger;
        this.safety = new SafetyCheck(server::databases);
        this.cleanStart = new CleanStartCheck(server, ledger);
        this.noTrace = new NoTraceCheck(server, ledger, cleanStart);
    }

    /** Runs those of the checks that were asked for; those that make something, between a clean start and no trace. */
    public VerificationReport of(Collection<Check> all) throws InterruptedException {
        Selection selection = Selection.of(request, all);
        if (!selection.unknownTags().isEmpty()) {
            return refuse("no check has the tag " + String.join(" or ", selection.unknownTags()));
        }
        if (selection.checks().isEmpty()) {
            return refuse("there is no check to run" + (request.isWhole() ? "" : " that was asked for"));
        }
        if (selection.changesServer()) {
            run(new IsolatedCheck(safety));
        }
        if (safety.isSafe()) {
            run(new IsolatedCheck(cleanStart));
            each(selection.checks());
            ledger.close();
            run(new IsolatedCheck(noTrace));
        } else {
            run(new IsolatedCheck(new LeftoversCheck(ledger)));
            each(selection.checks());
        }
        return report();
    }

    /** Runs nothing, and removes what an interrupted verification left. */
    public VerificationReport cleaning() throws InterruptedException {
        run(new IsolatedCheck(new CleaningCheck(server, ledger)));
        return report();
    }

    /** Forgets what was made, once that is removed and the report is written. */
    public void end() {
        if (noTrace.isAllRemoved()) {
            ledger.end();
        }
    }

    private void each(List<IsolatedCheck> checks) throws InterruptedException {
        for (IsolatedCheck check : checks) {
            if (mayRun(check)) {
                run(check);
            } else {
                add(check.notRun(Code.VF_NOT_PREPARED.couldNotRun("not run, as nothing may be made: see the check "
                        + (safety.isSafe() ? cleanStart : safety).name())));
            }
        }
    }

    private void run(IsolatedCheck check) throws InterruptedException {
        add(check.run(runId, request));
    }

    /** Without a clean start nobody could tell afterwards what was made and what was there. */
    private boolean mayRun(IsolatedCheck check) {
        return cleanStart.before().isPresent() || !check.changesServer();
    }

    private void add(CheckReport report) {
        reports.add(report);
        LOG.info("Verification " + runId + ": " + report.name() + " " + report.status() + " in "
                + report.took().toMillis() + " ms");
    }

    private VerificationReport refuse(String why) {
        add(new CheckReport(
                "selection",
                "The checks asked for are there",
                Duration.ZERO,
                Collections.emptyMap(),
                Collections.singletonList(Code.VF_NO_SUCH_CHECK.couldNotRun(why))));
        return report();
    }

    private VerificationReport report() {
        return new VerificationReport(request, runId, started, Instant.now(), server.description(), reports);
    }
}
