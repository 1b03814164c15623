package org.carbonupgrade.internal.console;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How far one part of long work is, such as one database: counted by workers, read by whoever prints it. */
final class WorkPart {

    private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

    private final String title;
    private final String unit;
    private final long start = System.nanoTime();
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param unit what is counted, such as {@code rows} */
    WorkPart(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    void expect(long units) {
        expected.addAndGet(units);
    }

    void done(long units, long moved) {
        done.addAndGet(units);
        bytes.addAndGet(moved);
    }

    /** Milliseconds since it began. */
    long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** How far it is: {@code copy DB: 5 of 10 rows (50 %), 3.0 MB, 2 rows/s, 3 s left}. */
    String progress() {
        long seconds = Math.max(1, millis() / 1000);
        long units = done.get();
        long all = expected.get();
        return String.format(
                Locale.ROOT,
                "%s: %s, %s, %,d %s/s%s",
                title,
                amount(units, all),
                size(bytes.get()),
                units / seconds,
                unit,
                left(seconds, units, all));
    }

    /** What it came to: {@code copy DB: 10 rows, 6.0 MB in 5 s}. */
    String summary() {
        return String.format(
                Locale.ROOT, "%s: %,d %s, %s in %s", title, done.get(), unit, size(bytes.get()), time(millis() / 1000));
    }

    private String amount(long units, long all) {
        return all > 0
                ? String.format(Locale.ROOT, "%,d of %,d %s (%d %%)", units, all, unit, (int)
                        Math.min(100, 100.0 * units / all))
                : String.format(Locale.ROOT, "%,d %s", units, unit);
    }

    /** Behind the last row of a database come its keys and indexes, of which nobody knows how long they take. */
    private static String left(long seconds, long units, long all) {
        if (all == 0 || units == 0) {
            return "";
        }
        return units < all
                ? ", " + time((long) Math.ceil((double) seconds * (all - units) / units)) + " left"
                : ", finishing";
    }

    static String size(long bytes) {
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, size < 100 && unit > 0 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }

    static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
