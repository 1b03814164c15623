package org.carbonupgrade.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a verification turned out. Immutable. */
public final class VerificationReport {

    private final VerificationRequest request;
    private final String runId;
    private final Instant started;
    private final Instant finished;
    private final VerifiedServer server;
    private final List<CheckReport> checks;

    /** @param request what was asked for */
    public VerificationReport(
            VerificationRequest request,
            String runId,
            Instant started,
            Instant finished,
            VerifiedServer server,
            List<CheckReport> checks) {
        this.request = Objects.requireNonNull(request, "request");
        this.runId = Objects.requireNonNull(runId, "runId");
        this.started = Objects.requireNonNull(started, "started");
        this.finished = Objects.requireNonNull(finished, "finished");
        this.server = Objects.requireNonNull(server, "server");
        this.checks = Collections.unmodifiableList(new ArrayList<>(checks));
    }

    /** What was asked for. */
    public VerificationRequest request() {
        return request;
    }

    /** The upgrade that asked for the verification. */
    public Optional<String> upgradeId() {
        return request.upgradeId();
    }

    public String runId() {
        return runId;
    }

    /** {@link Status#FAIL} if a check failed or could not run, else {@link Status#WARN} if one warns, else {@link Status#OK}. */
    public Status status() {
        Status worst = Status.worst(checks.stream().map(CheckReport::status));
        return worst.isFailure() ? Status.FAIL : worst;
    }

    public Instant started() {
        return started;
    }

    public Instant finished() {
        return finished;
    }

    public VerifiedServer server() {
        return server;
    }

    /** The checks, in the order in which they ran. */
    public List<CheckReport> checks() {
        return checks;
    }
}
