package org.carbonupgrade.internal.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.plan.PlanPlace;
import org.carbonupgrade.verification.Verification;
import org.carbonupgrade.verification.VerificationListener;
import org.carbonupgrade.verification.VerificationReport;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way to the verification bundle and back, in a server that has it: elsewhere its package is not there, this component is never
 * satisfied, and its class is never loaded.
 */
@Component(service = {ServerVerifier.class, VerificationListener.class})
public final class VerificationBridge implements ServerVerifier, VerificationListener {

    private Verification verification;
    private Upgrader upgrader;

    @Reference(unbind = "unbindVerification")
    void bindVerification(Verification service) {
        verification = service;
    }

    void unbindVerification(Verification service) {
        verification = null;
    }

    @Reference(unbind = "unbindUpgrader")
    void bindUpgrader(Upgrader service) {
        upgrader = service;
    }

    void unbindUpgrader(Upgrader service) {
        upgrader = null;
    }

    @Override
    public boolean verify() {
        return verification.verifyContract().isPresent();
    }

    /** Takes what the verification found into the upgrade's own report, at once. */
    @Override
    public void verified(VerificationReport report) {
        Path plan = PlanPlace.of(Optional.empty());
        if (!Files.exists(plan)) {
            return; // a verification without an upgrade
        }
        try {
            upgrader.report(plan);
        } catch (UpgradeException e) {
            if (!e.code().equals(UpgradeError.UPGRADE_LOCKED.name())) {
                throw e;
            }
            // A command is at work, the one that asked for the verification perhaps: it writes the report.
        }
    }
}
