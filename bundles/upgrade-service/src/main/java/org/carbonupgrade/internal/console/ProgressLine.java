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
    private final Queue<StepReport> ended = new ConcurrentLinkedQueue<>();
    private volatile StepName step;
    private volatile Part current;
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
        current = null;
    }

    @Override
    public void part(String name, String counted) {
        current = new Part(step.word() + " " + name, counted);
    }

    @Override
    public void expect(long units) {
        Part part = current;
        if (part != null) {
            part.expected.addAndGet(units);
        }
    }

    @Override
    public void done(long units, long moved) {
        Part part = current;
        if (part != null) {
            part.done.addAndGet(units);
            part.bytes.addAndGet(moved);
        }
    }

    @Override
    public void ends(StepReport report) {
        current = null;
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
        Part part = current; // the worker may end it meanwhile
        if (part == null || now - printed < (terminal ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE)) {
            return;
        }
        printed = now;
        String line = part.line(now);
        if (terminal) {
            out.print("\r" + padded(line));
            out.flush();
            shown = true;
        } else if (now - part.start > EVERY_ELSEWHERE) {
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

    private static String padded(String line) {
        return String.format(Locale.ROOT, "%-" + WIDTH + "." + WIDTH + "s", line);
    }

    /** One piece of work, from its beginning. */
    private static final class Part {

        private final String name;
        private final String unit;
        private final long start = System.currentTimeMillis();
        private final AtomicLong expected = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        Part(String name, String unit) {
            this.name = name;
            this.unit = unit;
        }

        String line(long now) {
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
                    "%s: %s, %,d MB, %,d %s/s%s",
                    name,
                    amount,
                    bytes.get() >> 20,
                    units / seconds,
                    unit,
                    left);
        }
    }
}
