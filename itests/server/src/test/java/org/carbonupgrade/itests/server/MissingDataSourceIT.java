package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.HarnessException;
import org.junit.BeforeClass;
import org.junit.Test;

/** A new home without a data source that the server itself needs: it never comes up, so that it cannot verify itself. */
public class MissingDataSourceIT {

    /** Several times what a start takes. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(25);

    private static Upgrade upgrade;
    private static Program.Answer report;

    @BeforeClass
    public static void loseTheUsersAndTryToStart() {
        upgrade = Upgrade.copy("without-users");
        OldServer.lose(Plans.STAGED_USERS.name(), upgrade.newHome());
        HarnessException failure = assertThrows(
                HarnessException.class,
                () -> CarbonServer.of(upgrade.newHome()).within(LONG_ENOUGH).start());
        assertThat(failure.getMessage(), containsString("WSO2UM_DB"));
        assertTrue(Files.notExists(upgrade.report("verification.json")));
        report = upgrade.run("report");
    }

    @Test
    public void reportNamesTheDataSourceAndFails() {
        assertEquals(report.output(), 1, report.status());
        assertThat(report.output(), containsString("WSO2UM_DB (jdbc/WSO2UM_DB)"));
        assertEquals("FAILED", upgrade.outcome().status());
        assertEquals(Set.of("VERIFY_DATA_SOURCE_GONE"), upgrade.outcome().codes("FAIL"));
        assertEquals(1, upgrade.outcome().findings("FAIL").size());
    }

    @Test
    public void nothingElseIsFoundWrong() {
        for (String step : upgrade.outcome().steps()) {
            String status = upgrade.outcome().step(step).get("status").getAsString();
            assertEquals(step, step.equals("verify") ? "FAIL" : step.equals("check") ? "WARN" : "OK", status);
        }
    }
}
