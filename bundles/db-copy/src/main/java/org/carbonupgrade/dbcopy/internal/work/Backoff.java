package org.carbonupgrade.dbcopy.internal.work;

/** How often work whose connection was lost is tried again, and after how long: each wait is twice the one before. Immutable. */
public final class Backoff {

    /** A server that is started again is back within the minute that this makes. */
    public static final Backoff DEFAULT = new Backoff(7, 500);

    private final int tries;
    private final long first;

    /**
     * @param tries after the first one, which failed
     * @param first milliseconds before the first of them
     */
    public Backoff(int tries, long first) {
        this.tries = tries;
        this.first = first;
    }

    int tries() {
        return tries;
    }

    /** Milliseconds before a try; the first is 1. */
    long before(int number) {
        return first << number - 1;
    }

    /** Milliseconds of all waits. */
    long all() {
        return before(tries + 1) - first;
    }
}
