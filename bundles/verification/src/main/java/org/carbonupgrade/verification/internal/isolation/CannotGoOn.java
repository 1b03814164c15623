package org.carbonupgrade.verification.internal.isolation;

import org.carbonupgrade.verification.Entry;

/** Ends a check that has found something which leaves no way to go on, and carries what it found into the report. */
public final class CannotGoOn extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Entry entry;

    public CannotGoOn(Entry entry) {
        super(entry.toString());
        this.entry = entry;
    }

    public CannotGoOn(Entry entry, Throwable cause) {
        super(entry.toString(), cause);
        this.entry = entry;
    }

    /** What the check found. */
    public Entry entry() {
        return entry;
    }
}
