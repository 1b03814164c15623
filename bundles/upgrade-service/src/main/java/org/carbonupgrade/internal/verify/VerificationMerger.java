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

/** Takes what a verification of the server found into the upgrade's own report, at once. */
@Component(service = VerificationListener.class)
public final class VerificationMerger implements VerificationListener {

    private Upgrader upgrader;

    @Reference(unbind = "unbindUpgrader")
    void bindUpgrader(Upgrader service) {
        upgrader = service;
    }

    void unbindUpgrader(Upgrader service) {
        upgrader = null;
    }

    /** Where there is no verification, this class must not be loaded: its package is not there either. */
    @Reference(unbind = "unbindVerification")
    void bindVerification(Verification service) {
        // its being there is what counts
    }

    void unbindVerification(Verification service) {
        // without it nobody calls
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
