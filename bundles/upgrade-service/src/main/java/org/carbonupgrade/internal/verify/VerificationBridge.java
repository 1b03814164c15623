package org.carbonupgrade.internal.verify;

import org.carbonupgrade.verification.Verification;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way to the verification bundle, in a server that has it: elsewhere its package is not there, this component is never
 * satisfied, and its class is never loaded.
 */
@Component(service = ServerVerifier.class)
public final class VerificationBridge implements ServerVerifier {

    private Verification verification;

    @Reference(unbind = "unbindVerification")
    void bindVerification(Verification service) {
        verification = service;
    }

    void unbindVerification(Verification service) {
        verification = null;
    }

    @Override
    public boolean verify() {
        return verification.verifyContract().isPresent();
    }
}
