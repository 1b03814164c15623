package org.carbonupgrade.verification.internal.isolation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;

/** One check, run so that nothing it does, throws or waits for keeps the others from running. */
public final class IsolatedCheck {

    private static final Log LOG = LogFactory.getLog(IsolatedCheck.class);

    private final Check check;
    private final String name;
    private final String title;
    private final int order;
    private final boolean changesServer;
    private final Set<String> tags;

    public IsolatedCheck(Check check) {
        this.check = check;
        this.name = answer(check::name, check.getClass().getName());
        this.title = answer(check::title, name);
        this.order = answer(check::order, Integer.MAX_VALUE);
        this.changesServer = answer(check::changesServer, true);
        this.tags = answer(() -> new TreeSet<>(check.tags()), Collections.emptySet());
    }

    /** Checks, each isolated, in the order in which they run. */
    public static List<IsolatedCheck> inOrder(Collection<Check> checks) {
        return checks.stream()
                .map(IsolatedCheck::new)
                .sorted(Comparator.comparingInt(IsolatedCheck::order).thenComparing(IsolatedCheck::name))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** The words by which the check can be chosen, in alphabetical order. */
    public Set<String> tags() {
        return tags;
    }

    public int order() {
        return order;
    }

    public boolean changesServer() {
        return changesServer;
    }

    /** What the check found before it ended, failed or was given up. */
    public CheckReport run(String runId, VerificationRequest request) throws InterruptedException {
        Findings findings = new Findings(runId, request);
        long start = System.nanoTime();
        Optional<Entry> failure = failureOf(findings);
        findings.close();
        List<Entry> entries = new ArrayList<>(findings.entries());
        failure.ifPresent(entries::add);
        if (entries.isEmpty()) {
            entries.add(Code.VF_CHECK_SAID_NOTHING.couldNotRun("check " + name + " found nothing, good or bad"));
        }
        return new CheckReport(name, title, Duration.ofNanos(System.nanoTime() - start), findings.figures(), entries);
    }

    /** The report of a check that was not let run. */
    public CheckReport notRun(Entry why) {
        return new CheckReport(name, title, Duration.ZERO, Collections.emptyMap(), Collections.singletonList(why));
    }

    private Optional<Entry> failureOf(Findings findings) throws InterruptedException {
        try {
            TimeLimit.call("verification-" + name, check.timeout(), () -> {
                check.run(findings);
                return null;
            });
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(Code.VF_CHECK_TIMED_OUT.couldNotRun("check " + name + " did not end in time"));
        } catch (ExecutionException e) {
            return Optional.of(failed(e.getCause()));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(failed(e));
        }
    }

    private Entry failed(Throwable cause) {
        LOG.warn("check " + name + " failed", cause);
        return cause instanceof CannotGoOn
                ? ((CannotGoOn) cause).entry()
                : Code.VF_CHECK_FAILED.couldNotRun("check " + name + " failed: " + Causes.of(cause));
    }

    /** What a check says of itself; checks come from anywhere, and one that can't even say its name is run all the same. */
    private static <T> T answer(Supplier<T> question, T otherwise) {
        try {
            T answer = question.get();
            return answer == null ? otherwise : answer;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("a check can't say what it is", e);
            return otherwise;
        }
    }
}
