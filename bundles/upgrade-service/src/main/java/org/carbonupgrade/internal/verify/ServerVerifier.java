package org.carbonupgrade.internal.verify;

/** Verifies the server that it runs in; only there inside a started product. */
public interface ServerVerifier {

    /**
     * Verifies what the contract in {@code repository/upgrade} says, and returns when the reports are written.
     *
     * @return false if there is no contract
     */
    boolean verify();
}
