package org.carbonupgrade.internal.verify;

import java.nio.file.Path;

/** Verifies the server that it runs in; only there inside a started product. */
public interface ServerVerifier {

    /**
     * Verifies what a contract says, and returns when {@code verification.json} is written.
     *
     * @param upgradeDirectory {@code repository/upgrade} of the server's home, with the contract
     */
    void verify(Path upgradeDirectory);
}
