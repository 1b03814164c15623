package org.carbonupgrade.verification.internal.startup;

import java.nio.file.Files;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.internal.files.Places;
import org.carbonupgrade.verification.internal.run.CarbonVerification;

/** Does after a start-up what was asked for before it: verifies if there is a contract, else removes what was left behind. */
public final class VerificationOnStartup implements Runnable {

    private static final Log LOG = LogFactory.getLog(VerificationOnStartup.class);

    private final Places places;
    private final CarbonVerification verification;

    public VerificationOnStartup(Places places, CarbonVerification verification) {
        this.places = places;
        this.verification = verification;
    }

    @Override
    public void run() {
        try {
            if (Files.exists(places.contract())) {
                verification.verifyContract();
            } else {
                verification.removeLeftovers();
            }
        } catch (Exception | LinkageError e) {
            LOG.error("The verification did not come to its end; the next start-up tries again", e);
        }
    }
}
