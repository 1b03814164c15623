package org.carbonupgrade.verification;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class VerificationReportTest {

    @Test
    public void failsIfACheckCouldNotRun() {
        assertEquals(Status.FAIL, report(Status.OK, Status.COULD_NOT_RUN).status());
    }

    @Test
    public void failsIfACheckFailed() {
        assertEquals(Status.FAIL, report(Status.FAIL, Status.WARN).status());
    }

    @Test
    public void warnsIfTheWorstIsAWarning() {
        assertEquals(Status.WARN, report(Status.OK, Status.WARN, Status.OK).status());
    }

    @Test
    public void isOkIfAllChecksAre() {
        assertEquals(Status.OK, report(Status.OK, Status.OK).status());
    }

    @Test(expected = UnsupportedOperationException.class)
    public void canNotBeChanged() {
        report(Status.OK).checks().clear();
    }

    private static VerificationReport report(Status... statuses) {
        List<CheckReport> checks = new ArrayList<>();
        for (Status status : statuses) {
            Entry entry = new Entry(status, "X", "x", status == Status.OK ? "" : "y");
            checks.add(new CheckReport(
                    "check", "Check", Duration.ZERO, Collections.emptyMap(), Collections.singletonList(entry)));
        }
        VerifiedServer server = new VerifiedServer("/home", "4.5.1", "8");
        return new VerificationReport(
                VerificationRequest.defaults(), "vf", Instant.EPOCH, Instant.EPOCH, server, checks);
    }
}
