package org.carbonupgrade.verification.internal.console;

import org.carbonupgrade.verification.Verification;
import org.carbonupgrade.verification.VerificationRequest;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The OSGi console's {@code verification:run}: verifies the server whenever somebody wants to know, upgrade or not. */
@Component(
        service = VerificationCommand.class,
        property = {"osgi.command.scope=verification", "osgi.command.function=run"})
public final class VerificationCommand {

    private Verification verification;

    /** Verifies the server against what the last upgrade expected of it, if there was one, and says how that turned out. */
    public String run() {
        try {
            return Summary.of(
                    verification.verifyContract().orElseGet(() -> verification.verify(VerificationRequest.defaults())));
        } catch (IllegalStateException e) {
            return "The verification did not come to its end: " + e.getMessage();
        }
    }

    @Reference(unbind = "unsetVerification")
    void setVerification(Verification service) {
        verification = service;
    }

    void unsetVerification(Verification service) {
        verification = null;
    }
}
