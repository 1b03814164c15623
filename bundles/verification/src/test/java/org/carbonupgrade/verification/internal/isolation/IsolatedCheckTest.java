package org.carbonupgrade.verification.internal.isolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.Code;
import org.junit.Test;

public class IsolatedCheckTest {

    @Test
    public void givesWhatTheCheckFoundAndCounted() throws Exception {
        CheckReport report = run(context -> {
            context.ok("FINE", "one thing is fine");
            context.warn("ODD", "another is odd", "look at it");
            context.count("things", 1);
            context.count("things", 1);
        });

        assertEquals(Status.WARN, report.status());
        assertEquals(2, report.entries().size());
        assertEquals(Long.valueOf(2), report.figures().get("things"));
    }

    @Test
    public void aCheckThatHangsIsGivenUpAndKeepsWhatItFoundBefore() throws Exception {
        CheckReport report = run(context -> {
            context.ok("FINE", "one thing is fine");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        });

        assertEquals(Status.COULD_NOT_RUN, report.status());
        assertEquals("FINE", report.entries().get(0).code());
        assertEquals("VF_CHECK_TIMED_OUT", report.entries().get(1).code());
        assertTrue(report.took().compareTo(Duration.ofSeconds(60)) < 0);
    }

    @Test
    public void aCheckThatIsDeafToItsInterruptionChangesNothingAfterwards() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        CheckReport report = run(context -> {
            awaitDeafly(late);
            try {
                context.fail("LATE", "too late", "nothing");
            } catch (IllegalStateException e) {
                refused.countDown();
            }
        });
        late.countDown();

        assertTrue(refused.await(30, TimeUnit.SECONDS));
        assertEquals(1, report.entries().size());
    }

    @Test
    public void anExceptionIsReportedWithItsCause() throws Exception {
        CheckReport report = run(context -> {
            throw new Exception("outer", new IllegalStateException("the database is down"));
        });

        assertEquals(Status.COULD_NOT_RUN, report.status());
        assertEquals(
                "check tried failed: IllegalStateException: the database is down",
                report.entries().get(0).what());
    }

    @Test
    public void aMissingClassIsReportedLikeAnException() throws Exception {
        CheckReport report = run(context -> {
            throw new NoClassDefFoundError("some/product/Service");
        });

        assertEquals("VF_CHECK_FAILED", report.entries().get(0).code());
    }

    @Test
    public void aCheckThatCannotGoOnSaysWhyItself() throws Exception {
        Entry why = Code.VF_H2_MISSING.couldNotRun("there is no H2");
        CheckReport report = run(context -> {
            throw new CannotGoOn(why);
        });

        assertEquals(why, report.entries().get(0));
    }

    @Test
    public void aCheckThatSaysNothingHasProvenNothing() throws Exception {
        CheckReport report = run(context -> context.count("things", 7));

        assertEquals(Status.COULD_NOT_RUN, report.status());
        assertEquals("VF_CHECK_SAID_NOTHING", report.entries().get(0).code());
    }

    @Test
    public void anInterruptedCheckDoesNotInterruptTheVerification() throws Exception {
        CheckReport report = run(context -> {
            throw new InterruptedException("by itself");
        });

        assertEquals("VF_CHECK_FAILED", report.entries().get(0).code());
    }

    @Test
    public void aCheckThatCannotSayWhatItIsRunsLast() throws Exception {
        IsolatedCheck check = new IsolatedCheck(new Check() {
            @Override
            public String name() {
                throw new IllegalStateException("no name");
            }

            @Override
            public int order() {
                throw new IllegalStateException("no order");
            }

            @Override
            public void run(CheckContext context) {
                context.ok("FINE", "still fine");
            }
        });

        assertEquals(Integer.MAX_VALUE, check.order());
        CheckReport report = check.run("vf", VerificationRequest.defaults());
        assertEquals(Status.OK, report.status());
        assertTrue(report.name(), report.name().contains("IsolatedCheckTest"));
    }

    @Test
    public void runsOnAThreadThatDoesNotKeepTheServerAlive() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        run(context -> thread.set(Thread.currentThread()));

        assertTrue(thread.get().isDaemon());
        assertEquals("verification-tried", thread.get().getName());
    }

    private static CheckReport run(Body body) throws InterruptedException {
        Check check = new Check() {
            @Override
            public String name() {
                return "tried";
            }

            @Override
            public Duration timeout() {
                return Duration.ofMillis(500);
            }

            @Override
            public void run(CheckContext context) throws Exception {
                body.run(context);
            }
        };
        return new IsolatedCheck(check).run("vfabc", VerificationRequest.defaults());
    }

    private static void awaitDeafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // deaf
            }
        }
    }

    @FunctionalInterface
    private interface Body {
        void run(CheckContext context) throws Exception;
    }
}
