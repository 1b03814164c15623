package org.carbonupgrade.verification.internal.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.TableDigests;
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
    public void checksRunInTheirOrder() throws Exception {
        VerificationReport report =
                run(new Named("third", 1000, false), new Named("first", -5, false), new Named("second", 400, false));

        assertEquals(Arrays.asList("first", "second", "third"), ran);
        assertEquals(Arrays.asList("leftovers", "first", "second", "third"), names(report));
    }

    @Test
    public void nothingIsMadeInAServerOfWhichNobodyKnowsWhetherItIsStaging() throws Exception {
        VerificationReport report = run(new Named("maker", 1, true), new Named("looker", 2, false));

        assertEquals(Arrays.asList("looker"), ran);
        assertEquals(Status.FAIL, report.status());
        assertEquals(Arrays.asList("safety", "leftovers", "maker", "looker"), names(report));
        assertEquals(Status.COULD_NOT_RUN, report.checks().get(0).status());
        assertEquals("VF_NOT_PREPARED", report.checks().get(2).entries().get(0).code());
        assertFalse(Files.exists(server.places().ledger()));
    }

    @Test
    public void whatOnlyLooksIsAllThatRunsReadOnly() throws Exception {
        VerificationReport report = run(
                VerificationRequest.defaults().readOnly(), new Named("maker", 1, true), new Named("looker", 2, false));

        assertEquals(Arrays.asList("leftovers", "looker"), names(report));
        assertEquals(Status.OK, report.status());
    }

    @Test
    public void onlyChecksWithOneOfTheTagsRun() throws Exception {
        VerificationReport report = run(
                VerificationRequest.defaults().tagged(Arrays.asList("a", "b")),
                new Named("of-a", 1, false, "a", "c"),
                new Named("of-b", 2, false, "b"),
                new Named("of-c", 3, false, "c"));

        assertEquals(Arrays.asList("leftovers", "of-a", "of-b"), names(report));
    }

    @Test
    public void aTagThatNoCheckHasIsNamedAndNothingRuns() throws Exception {
        VerificationReport report = run(
                VerificationRequest.defaults().tagged(Arrays.asList("a", "b", "d")), new Named("of-a", 1, false, "a"));

        assertEquals(Arrays.asList(), ran);
        assertEquals(Status.FAIL, report.status());
        assertEquals(
                "no check has the tag b or d",
                report.checks().get(0).entries().get(0).what());
    }

    @Test
    public void aVerificationWithoutAnyCheckProvesNothing() throws Exception {
        for (VerificationReport report :
                Arrays.asList(run(), run(VerificationRequest.defaults().readOnly(), new Named("maker", 1, true)))) {
            assertEquals(Status.FAIL, report.status());
            assertEquals(
                    "VF_NO_SUCH_CHECK", report.checks().get(0).entries().get(0).code());
        }
    }

    @Test
    public void whatAnInterruptedOneLeftIsSaidByAVerificationThatOnlyLooks() throws Exception {
        ledger.begin(new TableDigests(Collections.emptyMap()));
        ledger.note(Made.Kind.TENANT, "vfabcdefgh-t1.example");

        VerificationReport report = run(VerificationRequest.defaults().readOnly(), new Named("looker", 2, false));

        assertEquals(Status.WARN, report.status());
        assertEquals(
                "an interrupted verification has left, or was about to make: TENANT vfabcdefgh-t1.example",
                report.checks().get(0).entries().get(0).what());
        assertTrue(ledger.exists());
    }

    @Test
    public void cleaningWhereNothingWasLeftSaysSo() throws Exception {
        VerificationReport report = new VerificationRun(VerificationRequest.defaults(), server, ledger).cleaning();

        assertEquals(Arrays.asList("clean"), names(report));
        assertEquals(Status.OK, report.status());
    }

    @Test
    public void cleaningThatFailsKeepsTheLedger() throws Exception {
        ledger.begin(new TableDigests(Collections.emptyMap()));
        ledger.note(Made.Kind.TENANT, "vfabcdefgh-t1.example");

        VerificationReport report = new VerificationRun(VerificationRequest.defaults(), server, ledger).cleaning();

        assertEquals(Status.FAIL, report.status());
        assertTrue(ledger.exists());
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
        return run(VerificationRequest.defaults(), checks);
    }

    private VerificationReport run(VerificationRequest request, Check... checks) throws InterruptedException {
        return new VerificationRun(request, server, ledger).of(Arrays.asList(checks));
    }

    private static List<String> names(VerificationReport report) {
        return report.checks().stream().map(check -> check.name()).collect(Collectors.toList());
    }

    private class Named implements Check {

        private final String name;
        private final int order;
        private final boolean changesServer;
        private final Set<String> tags;

        Named(String name, int order, boolean changesServer, String... tags) {
            this.tags = new HashSet<>(Arrays.asList(tags));
            this.name = name;
            this.order = order;
            this.changesServer = changesServer;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> tags() {
            return tags;
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
