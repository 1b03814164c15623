package org.carbonupgrade.verification.internal.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VerificationRunTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> ran = new ArrayList<>();
    private CarbonServer server;
    private Ledger ledger;

    @Before
    public void setUp() {
        server = BrokenServer.at(folder.getRoot().toPath());
        ledger = new Ledger(server.places().ledger());
    }

    @Test
    public void checksRunInTheirOrderBetweenACleanStartAndNoTrace() throws Exception {
        VerificationReport report =
                run(new Named("third", 1000, false), new Named("first", -5, false), new Named("second", 400, false));

        assertEquals(Arrays.asList("first", "second", "third"), ran);
        assertEquals(
                Arrays.asList("clean-start", "first", "second", "third", "no-trace"),
                report.checks().stream().map(check -> check.name()).collect(Collectors.toList()));
    }

    @Test
    public void nothingIsMadeInAServerWhoseStateCannotBeNoted() throws Exception {
        VerificationReport report = run(new Named("maker", 1, true), new Named("looker", 2, false));

        assertEquals(Arrays.asList("looker"), ran);
        assertEquals(Status.FAIL, report.status());
        assertEquals(Status.COULD_NOT_RUN, report.checks().get(1).status());
        assertEquals("VF_NOT_PREPARED", report.checks().get(1).entries().get(0).code());
        assertEquals("VF_NOT_PREPARED", report.checks().get(3).entries().get(0).code());
        assertFalse(Files.exists(server.places().ledger()));
    }

    @Test
    public void aCheckThatFailsDoesNotKeepTheNextFromRunning() throws Exception {
        Check broken = new Named("broken", 1, false) {
            @Override
            public void run(CheckContext context) {
                throw new IllegalStateException("broken");
            }
        };
        VerificationReport report = run(broken, new Named("next", 2, false));

        assertEquals(Arrays.asList("next"), ran);
        assertEquals(Status.COULD_NOT_RUN, report.checks().get(1).status());
        assertEquals(Status.OK, report.checks().get(2).status());
    }

    @Test
    public void everyRunHasANameOfItsOwn() throws Exception {
        VerificationReport one = run();
        VerificationReport two = run();

        assertTrue(one.runId(), one.runId().matches("vf[a-z2-9]{8}"));
        assertFalse(one.runId().equals(two.runId()));
    }

    private VerificationReport run(Check... checks) throws InterruptedException {
        return new VerificationRun(VerificationRequest.defaults(), server, ledger).of(Arrays.asList(checks));
    }

    private class Named implements Check {

        private final String name;
        private final int order;
        private final boolean changesServer;

        Named(String name, int order, boolean changesServer) {
            this.name = name;
            this.order = order;
            this.changesServer = changesServer;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean changesServer() {
            return changesServer;
        }

        @Override
        public void run(CheckContext context) {
            ran.add(name);
            context.ok("FINE", "fine");
        }
    }
}
