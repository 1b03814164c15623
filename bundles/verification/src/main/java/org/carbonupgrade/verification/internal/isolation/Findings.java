package org.carbonupgrade.verification.internal.isolation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.VerificationRequest;

/** Collects what a check finds until its time is over; a check that was given up can't change the report any more. */
final class Findings implements CheckContext {

    private final String runId;
    private final VerificationRequest request;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private boolean closed;

    Findings(String runId, VerificationRequest request) {
        this.runId = runId;
        this.request = request;
    }

    @Override
    public String runId() {
        return runId;
    }

    @Override
    public VerificationRequest request() {
        return request;
    }

    @Override
    public synchronized void add(Entry entry) {
        refuseWhenClosed();
        entries.add(Objects.requireNonNull(entry, "entry"));
    }

    @Override
    public synchronized void count(String figure, long more) {
        refuseWhenClosed();
        figures.merge(Objects.requireNonNull(figure, "figure"), more, Long::sum);
    }

    synchronized void close() {
        closed = true;
    }

    synchronized List<Entry> entries() {
        return new ArrayList<>(entries);
    }

    synchronized Map<String, Long> figures() {
        return new LinkedHashMap<>(figures);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("the check's time is over");
        }
    }
}
