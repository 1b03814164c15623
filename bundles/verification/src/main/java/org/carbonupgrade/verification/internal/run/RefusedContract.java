package org.carbonupgrade.verification.internal.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.VerifiedServer;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.contract.UnreadableContract;

/** Reports that nothing was verified, because nobody can tell what was asked for. */
final class RefusedContract {

    private RefusedContract() {}

    /** @param file the contract, as the report is to name it */
    static VerificationReport report(UnreadableContract why, String file, VerifiedServer server) {
        VerificationRequest request =
                why.upgradeId().map(VerificationRequest.defaults()::forUpgrade).orElse(VerificationRequest.defaults());
        Instant now = Instant.now();
        CheckReport check = new CheckReport(
                "contract",
                "What to verify is known",
                Duration.ZERO,
                Collections.emptyMap(),
                Collections.singletonList(
                        Code.VF_CONTRACT_UNREADABLE.fail(file + " can't be used: " + why.getMessage())));
        return new VerificationReport(request, RunId.create(), now, now, server, Collections.singletonList(check));
    }
}
