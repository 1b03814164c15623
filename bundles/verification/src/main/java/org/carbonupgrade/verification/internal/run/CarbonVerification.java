package org.carbonupgrade.verification.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.Verification;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.contract.Contract;
import org.carbonupgrade.verification.internal.contract.UnreadableContract;
import org.carbonupgrade.verification.internal.files.AtomicFile;
import org.carbonupgrade.verification.internal.report.Reports;
import org.carbonupgrade.verification.internal.server.OwnTimes;
import org.carbonupgrade.verification.internal.trace.Ledger;

/** Verifies one server, one verification at a time. */
public final class CarbonVerification implements Verification {

    private static final Log LOG = LogFactory.getLog(CarbonVerification.class);

    private final CarbonServer server;
    private final Ledger ledger;
    private final Supplier<Collection<Check>> checks;
    private final BooleanSupplier stopping;
    private final Consumer<VerificationReport> ended;
    private final OwnTimes times;

    /**
     * @param checks gives the checks that are there at the moment
     * @param stopping whether the server is on its way down
     * @param ended is told of every verification whose reports are written
     * @param times is told when a verification is at work
     */
    public CarbonVerification(
            CarbonServer server,
            Ledger ledger,
            Supplier<Collection<Check>> checks,
            BooleanSupplier stopping,
            Consumer<VerificationReport> ended,
            OwnTimes times) {
        this.server = server;
        this.ledger = ledger;
        this.checks = checks;
        this.stopping = stopping;
        this.ended = ended;
        this.times = times;
    }

    @Override
    public synchronized VerificationReport verify(VerificationRequest request) {
        VerificationRun run = new VerificationRun(request, server, ledger);
        VerificationReport report =
                report(Reports.of(request, server.places().reports()), () -> run.of(checks.get()), run::end);
        if (request.isWhole()) {
            ended.accept(report);
        }
        return report;
    }

    @Override
    public synchronized VerificationReport clean() {
        VerificationRun run = new VerificationRun(VerificationRequest.defaults(), server, ledger);
        return report(Reports.ofCleaning(server.places().reports()), run::cleaning, () -> {});
    }

    @Override
    public Optional<VerificationRequest> contract() {
        try {
            return contractFile().map(Contract::read);
        } catch (UnreadableContract e) {
            throw new IllegalStateException(contractFile().get() + " can't be used: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized Optional<VerificationReport> verifyContract() {
        Optional<Path> contract = contractFile();
        Optional<VerificationReport> report = contract.map(this::verifyContract);
        if (contract.isPresent() && contract.get().equals(server.places().contract())) {
            try {
                AtomicFile.move(contract.get(), server.places().doneContract());
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }
        return report;
    }

    /** Where an upgrade says what is to be verified; the one that is not done first. */
    private Optional<Path> contractFile() {
        return Stream.of(server.places().contract(), server.places().doneContract())
                .filter(Files::exists)
                .findFirst();
    }

    private VerificationReport verifyContract(Path contract) {
        VerificationRequest request;
        try {
            request = Contract.read(contract);
        } catch (UnreadableContract e) {
            LOG.error("Can't use " + contract + ": " + e.getMessage());
            VerificationReport refusal =
                    RefusedContract.report(e, server.places().relative(contract), server.description());
            Reports reports = Reports.of(refusal.request(), server.places().reports());
            report(reports, () -> refusal, () -> {});
            ended.accept(refusal);
            return refusal;
        }
        return verify(request);
    }

    /** Removes what a verification left whose server was killed and that nobody wants to be run again. */
    public void removeLeftovers() {
        if (ledger.exists()) {
            clean();
        }
    }

    /** @param afterwards what is to be done once the report is written */
    private VerificationReport report(Reports reports, Callable<VerificationReport> work, Runnable afterwards) {
        times.begin();
        try {
            reports.withdraw();
            VerificationReport report = work.call();
            refuseWhenStopping();
            reports.write(report);
            afterwards.run();
            LOG.info("Verification " + report.runId() + ": " + report.status() + ", see " + reports.html());
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was interrupted", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            times.end();
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
