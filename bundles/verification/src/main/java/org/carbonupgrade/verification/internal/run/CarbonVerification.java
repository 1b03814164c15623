package org.carbonupgrade.verification.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Verification;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Removal;
import org.carbonupgrade.verification.internal.contract.Contract;
import org.carbonupgrade.verification.internal.contract.UnreadableContract;
import org.carbonupgrade.verification.internal.files.AtomicFile;
import org.carbonupgrade.verification.internal.files.Places;
import org.carbonupgrade.verification.internal.report.Reports;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.carbonupgrade.verification.internal.trace.Made;

/** Verifies one server, one verification at a time. */
public final class CarbonVerification implements Verification {

    private static final Log LOG = LogFactory.getLog(CarbonVerification.class);

    private final CarbonServer server;
    private final Ledger ledger;
    private final Supplier<Collection<Check>> checks;
    private final BooleanSupplier stopping;
    private final Consumer<VerificationReport> ended;
    private final Reports reports;

    /**
     * @param checks gives the checks that are there at the moment
     * @param stopping whether the server is on its way down
     * @param ended is told of every verification whose reports are written
     */
    public CarbonVerification(
            CarbonServer server,
            Ledger ledger,
            Supplier<Collection<Check>> checks,
            BooleanSupplier stopping,
            Consumer<VerificationReport> ended) {
        this.server = server;
        this.ledger = ledger;
        this.checks = checks;
        this.stopping = stopping;
        this.ended = ended;
        this.reports = new Reports(server.places().reports());
    }

    @Override
    public synchronized VerificationReport verify(VerificationRequest request) {
        try {
            reports.withdraw();
            VerificationRun run = new VerificationRun(request, server, ledger);
            VerificationReport report = run.of(checks.get());
            refuseWhenStopping();
            reports.write(report);
            run.end();
            LOG.info("Verification " + report.runId() + ": " + report.status() + ", see " + reports.html());
            ended.accept(report);
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was interrupted", e);
        }
    }

    @Override
    public synchronized Optional<VerificationReport> verifyContract() {
        Places places = server.places();
        if (Files.exists(places.contract())) {
            VerificationReport report = verifyContract(places.contract());
            try {
                AtomicFile.move(places.contract(), places.doneContract());
            } catch (IOException e) {
                throw cannotWrite(e);
            }
            return Optional.of(report);
        }
        return Files.exists(places.doneContract())
                ? Optional.of(verifyContract(places.doneContract()))
                : Optional.empty();
    }

    private VerificationReport verifyContract(Path contract) {
        VerificationRequest request;
        try {
            request = Contract.read(contract);
        } catch (UnreadableContract e) {
            LOG.error("Can't use " + contract + ": " + e.getMessage());
            return refuse(RefusedContract.report(e, server.places().relative(contract), server.description()));
        }
        return verify(request);
    }

    private VerificationReport refuse(VerificationReport refusal) {
        try {
            reports.withdraw();
            reports.write(refusal);
            ended.accept(refusal);
            return refusal;
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Removes what a verification left whose server was killed and that nobody wants to be run again. */
    public synchronized void removeLeftovers() throws Exception {
        if (ledger.exists()) {
            List<Made> leftovers = ledger.made();
            List<Entry> stuck = new Removal(server, server.databases()).remove(leftovers);
            stuck.forEach(LOG::error);
            LOG.info("Removed " + (leftovers.size() - stuck.size()) + " things of an interrupted verification");
            if (stuck.isEmpty()) {
                ledger.end();
            }
        }
    }

    /** What fails while everything is being stopped proves nothing; the next start-up verifies again. */
    private void refuseWhenStopping() {
        if (stopping.getAsBoolean()) {
            throw new IllegalStateException("the server is shutting down");
        }
    }

    private IllegalStateException cannotWrite(Exception cause) {
        return new IllegalStateException(
                "can't write to " + server.places().upgrade() + ": " + cause.getMessage(), cause);
    }
}
