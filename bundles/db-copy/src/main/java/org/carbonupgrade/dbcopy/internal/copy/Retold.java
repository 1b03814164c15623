package org.carbonupgrade.dbcopy.internal.copy;

import org.carbonupgrade.dbcopy.Progress;

/** Tells the progress of work that may be begun again: what was told before is not told twice. */
final class Retold implements Progress {

    private final Progress listener;
    private final Count expected = new Count();
    private final Count rows = new Count();
    private final Count bytes = new Count();
    private boolean begun;

    Retold(Progress listener) {
        this.listener = listener;
    }

    /**
     * The work begins.
     *
     * @return whether it did before
     */
    synchronized boolean again() {
        boolean before = begun;
        begun = true;
        expected.again();
        rows.again();
        bytes.again();
        return before;
    }

    @Override
    public void expect(long more) {
        long news;
        synchronized (this) {
            news = expected.add(more);
        }
        if (news > 0) {
            listener.expect(news);
        }
    }

    @Override
    public void moved(long moreRows, long moreBytes) {
        long newRows;
        long newBytes;
        synchronized (this) {
            newRows = rows.add(moreRows);
            newBytes = bytes.add(moreBytes);
        }
        if (newRows > 0 || newBytes > 0) {
            listener.moved(newRows, newBytes);
        }
    }

    @Override
    public void waits(String why) {
        listener.waits(why);
    }

    /** A number that was told, and how much of it this time. */
    private static final class Count {

        private long told;
        private long now;

        private void again() {
            now = 0;
        }

        /** Gives what has not been told yet. */
        private long add(long more) {
            now += more;
            long news = Math.max(0, now - told);
            told += news;
            return news;
        }
    }
}
