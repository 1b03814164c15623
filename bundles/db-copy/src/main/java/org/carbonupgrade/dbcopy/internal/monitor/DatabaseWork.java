package org.carbonupgrade.dbcopy.internal.monitor;

import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonupgrade.dbcopy.DatabaseWorkMXBean;
import org.carbonupgrade.dbcopy.Progress;

/** Counts what a verb does, for monitoring tools, and passes it on to whoever follows the verb. */
final class DatabaseWork implements DatabaseWorkMXBean, Progress {

    private static final double NANOS = 1e9;

    private final String verb;
    private final String database;
    private final Progress follower;
    private final Date started = new Date();
    private final long start = System.nanoTime();
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    DatabaseWork(String verb, String database, Progress follower) {
        this.verb = verb;
        this.database = database;
        this.follower = follower;
    }

    @Override
    public void waits(String why) {
        follower.waits(why);
    }

    @Override
    public void expect(long more) {
        expected.addAndGet(more);
        follower.expect(more);
    }

    @Override
    public void moved(long moreRows, long moreBytes) {
        rows.addAndGet(moreRows);
        bytes.addAndGet(moreBytes);
        follower.moved(moreRows, moreBytes);
    }

    @Override
    public String getVerb() {
        return verb;
    }

    @Override
    public String getDatabase() {
        return database;
    }

    @Override
    public Date getStarted() {
        return new Date(started.getTime());
    }

    @Override
    public long getRows() {
        return rows.get();
    }

    @Override
    public long getExpectedRows() {
        return expected.get();
    }

    @Override
    public long getBytes() {
        return bytes.get();
    }

    @Override
    public double getRowsPerSecond() {
        return rows.get() * NANOS / Math.max(1, System.nanoTime() - start);
    }

    @Override
    public long getSecondsLeft() {
        double rate = getRowsPerSecond();
        return rate > 0 ? (long) Math.ceil(Math.max(0, expected.get() - rows.get()) / rate) : -1;
    }
}
