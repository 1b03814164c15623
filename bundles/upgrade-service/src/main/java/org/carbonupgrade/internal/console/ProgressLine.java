package org.carbonupgrade.internal.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeListener;

/**
 * Shows how far long work is: what, how much of how much, bytes, rate, time left. Workers only count; the line is printed by the
 * thread that waits for them, since the console of an OSGi framework belongs to that one.
 */
final class ProgressLine implements UpgradeListener {

    private static final long EVERY_ON_TERMINAL = 200;
    private static final long EVERY_ELSEWHERE = 10_000;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Queue<StepReport> ended = new ConcurrentLinkedQueue<>();
    private volatile StepName step;
    private volatile String part;
    private volatile String unit = "";
    private volatile long start;
    private long printed;
    private boolean shown;

    /** @param terminal whether a line can be written over */
    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void begins(StepName name) {
        step = name;
        part(null, "");
    }

    @Override
    public void part(String name, String counted) {
        expected.set(0);
        done.set(0);
        bytes.set(0);
        start = System.currentTimeMillis();
        unit = counted;
        part = name;
    }

    @Override
    public void expect(long units) {
        expected.addAndGet(units);
    }

    @Override
    public void done(long units, long moved) {
        done.addAndGet(units);
        bytes.addAndGet(moved);
    }

    @Override
    public void ends(StepReport report) {
        part = null;
        step = null;
        ended.add(report);
    }

    /** The steps that have ended since this was last asked, for the waiting thread to print. */
    List<StepReport> ended() {
        List<StepReport> reports = new ArrayList<>();
        for (StepReport report = ended.poll(); report != null; report = ended.poll()) {
            reports.add(report);
        }
        return reports;
    }

    /** Prints the line if it is time to. */
    void show() {
        long now = System.currentTimeMillis();
        if (step == null || part == null || now - printed < (terminal ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE)) {
            return;
        }
        printed = now;
        String line = line(now);
        if (terminal) {
            out.print("\r" + padded(line));
            out.flush();
            shown = true;
        } else if (now - start > EVERY_ELSEWHERE) {
            out.println(line);
        }
    }

    /** Takes the line off a terminal. */
    void clear() {
        if (shown) {
            out.print("\r" + padded("") + "\r");
            out.flush();
            shown = false;
        }
    }

    private String line(long now) {
        long seconds = Math.max(1, (now - start) / 1000);
        long units = done.get();
        long all = expected.get();
        String amount = all > 0
                ? String.format(
                        Locale.ROOT, "%,d of %,d %s (%d %%)", units, all, unit, Math.min(100, 100 * units / all))
                : String.format(Locale.ROOT, "%,d %s", units, unit);
        String left = all > units && units > 0 ? ", " + seconds * (all - units) / units + " s left" : "";
        return String.format(
                Locale.ROOT,
                "%s %s: %s, %,d MB, %,d %s/s%s",
                step.word(),
                part,
                amount,
                bytes.get() >> 20,
                units / seconds,
                unit,
                left);
    }

    private static String padded(String line) {
        return String.format(Locale.ROOT, "%-" + WIDTH + "." + WIDTH + "s", line);
    }
}
