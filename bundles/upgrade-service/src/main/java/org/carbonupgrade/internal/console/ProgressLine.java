package org.carbonupgrade.internal.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeListener;

/**
 * Shows how far long work is: on a terminal one line that is written over, elsewhere a line every few seconds; and what each long
 * part came to. Workers only count; the lines are printed by the thread that waits for them, since the console of an OSGi framework
 * belongs to that one.
 */
final class ProgressLine implements UpgradeListener {

    private static final long EVERY_ON_TERMINAL = 200;
    private static final long EVERY_ELSEWHERE = 5_000;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final long everyElsewhere;
    private final Queue<StepReport> ended = new ConcurrentLinkedQueue<>();
    private final Queue<String> notices = new ConcurrentLinkedQueue<>();
    private volatile StepName step;
    private volatile WorkPart part;
    private long printed;
    private boolean shown;

    /** @param terminal whether a line can be written over */
    ProgressLine(PrintStream out, boolean terminal) {
        this(out, terminal, EVERY_ELSEWHERE);
    }

    /** @param everyElsewhere milliseconds between two lines where none can be written over; parts that take less leave no line */
    ProgressLine(PrintStream out, boolean terminal, long everyElsewhere) {
        this.out = out;
        this.terminal = terminal;
        this.everyElsewhere = everyElsewhere;
    }

    @Override
    public void begins(StepName name) {
        endPart();
        step = name;
    }

    @Override
    public void part(String name, String counted) {
        endPart();
        // Before the first step the new home may have to be unpacked.
        part = new WorkPart(step == null ? name : step.word() + " " + name, counted);
    }

    @Override
    public void expect(long units) {
        WorkPart now = part;
        if (now != null) {
            now.expect(units);
        }
    }

    @Override
    public void done(long units, long moved) {
        WorkPart now = part;
        if (now != null) {
            now.done(units, moved);
        }
    }

    @Override
    public void waits(String why) {
        notices.add(why);
    }

    @Override
    public void ends(StepReport report) {
        endPart();
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

    /** Prints what is due. */
    void show() {
        printNotices();
        WorkPart now = part;
        long time = System.currentTimeMillis();
        if (now == null || time - printed < (terminal ? EVERY_ON_TERMINAL : everyElsewhere)) {
            return;
        }
        if (terminal) {
            printed = time;
            out.print("\r" + padded(now.progress()));
            out.flush();
            shown = true;
        } else if (now.millis() >= everyElsewhere) {
            printed = time;
            out.println(now.progress());
        }
    }

    /** Takes the line off a terminal, and prints what parts came to that have ended and what work waits for. */
    void clear() {
        if (shown) {
            out.print("\r" + padded("") + "\r");
            out.flush();
            shown = false;
        }
        printNotices();
    }

    private void endPart() {
        WorkPart last = part;
        part = null;
        if (last != null && last.millis() >= everyElsewhere) {
            notices.add(last.summary());
        }
    }

    private void printNotices() {
        for (String summary = notices.poll(); summary != null; summary = notices.poll()) {
            if (shown) {
                out.print("\r" + padded("") + "\r");
                shown = false;
            }
            out.println(summary);
        }
    }

    private static String padded(String line) {
        return String.format(Locale.ROOT, "%-" + WIDTH + "." + WIDTH + "s", line);
    }
}
