package org.carbonupgrade.verification.internal.console;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.verification.internal.report.SampleReport;
import org.junit.Test;

public class SummaryTest {

    @Test
    public void isATableWithWhatIsNotAsItShouldBeBelowEachLine() {
        String summary = Summary.of(SampleReport.withTroubles(), "verification");

        assertTrue(
                summary, summary.contains(String.format("user-stores  WARN              1.2 s  User stores work%n")));
        assertTrue(summary, summary.contains(String.format("no-trace     COULD_NOT_RUN     0.0 s  No trace%n")));
        assertTrue(
                summary, summary.contains(String.format("    WARN VF_CLAIMS_MISSING: no claims%n        Compare the")));
        assertFalse(summary, summary.contains("user store A: fine"));
        assertTrue(
                summary,
                summary.contains(
                        "Verification vfabcdefgh of /opt/wso2 & sons/new: FAIL, see repository/upgrade/reports/verification.html"));
    }
}
