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
 * The way back from the verification bundle: takes what it found into the upgrade's own report, at once. Apart from
 * {@link VerificationBridge}, since the upgrader uses that one and this one the upgrader: components can't wait for each other.
 */
@Component(service = VerificationListener.class)
public final class VerifiedListener implements VerificationListener {

    private Upgrader upgrader;

    /** Without the verification bundle there is nothing to listen to, and no package of it to load this class with. */
    @Reference(unbind = "unbindVerification")
    void bindVerification(Verification service) {
        // its being there is what counts
    }

    void unbindVerification(Verification service) {
        // deactivation ends the listening
    }

    @Reference(unbind = "unbindUpgrader")
    void bindUpgrader(Upgrader service) {
        upgrader = service;
    }

    void unbindUpgrader(Upgrader service) {
        upgrader = null;
    }

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
