package org.carbonupgrade.verification.internal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.VerifiedServer;
import org.carbonupgrade.verification.internal.Code;

/** A report with everything in it that is hard to write down. */
public final class SampleReport {

    private SampleReport() {}

    public static VerificationReport withTroubles() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("userStores", 3L);
        figures.put("refusedLogins", 1234567L);
        CheckReport good = new CheckReport(
                "user-stores",
                "User stores work",
                Duration.ofMillis(1234),
                figures,
                Arrays.asList(Code.VF_OK.ok("user store A: fine"), Code.VF_CLAIMS_MISSING.warn("no claims")));
        CheckReport bad = new CheckReport(
                "tenants",
                "Tenants & <their> stores \"work\"",
                Duration.ofMillis(7),
                Collections.emptyMap(),
                Arrays.asList(
                        Code.VF_OK.ok("tenant a.example: fine"),
                        Code.VF_CLAIMS_DIFFER.fail(
                                "Zoë is <script>alert('山田')</script> & \u0000\u001b[31m\uD834 instead")));
        CheckReport stuck = new CheckReport(
                "no-trace",
                "No trace",
                Duration.ZERO,
                Collections.emptyMap(),
                Collections.singletonList(Code.VF_CHECK_TIMED_OUT.couldNotRun("check no-trace did not end in time")));
        return new VerificationReport(
                VerificationRequest.defaults().forUpgrade("2026-11-01-a"),
                "vfabcdefgh",
                Instant.parse("2026-11-01T23:30:00.123456Z"),
                Instant.parse("2026-11-01T23:30:04.5Z"),
                new VerifiedServer("/opt/wso2 & sons/new", "WSO2 Carbon Framework v4.5.1", "1.8.0_402"),
                Arrays.asList(good, bad, stuck));
    }
}
