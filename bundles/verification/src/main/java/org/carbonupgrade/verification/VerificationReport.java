package org.carbonupgrade.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a verification turned out. Immutable. */
public final class VerificationReport {

    private final String upgradeId;
    private final String runId;
    private final Instant started;
    private final Instant finished;
    private final VerifiedServer server;
    private final List<CheckReport> checks;

    /** @param upgradeId the upgrade that asked for the verification; null if none did */
    public VerificationReport(
            String upgradeId,
            String runId,
            Instant started,
            Instant finished,
            VerifiedServer server,
            List<CheckReport> checks) {
        this.upgradeId = upgradeId;
        this.runId = Objects.requireNonNull(runId, "runId");
        this.started = Objects.requireNonNull(started, "started");
        this.finished = Objects.requireNonNull(finished, "finished");
        this.server = Objects.requireNonNull(server, "server");
        this.checks = Collections.unmodifiableList(new ArrayList<>(checks));
    }

    /** The upgrade that asked for the verification. */
    public Optional<String> upgradeId() {
        return Optional.ofNullable(upgradeId);
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
