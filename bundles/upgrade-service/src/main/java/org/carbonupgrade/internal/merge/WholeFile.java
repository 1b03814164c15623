package org.carbonupgrade.internal.merge;

import java.util.Arrays;

/** Settles what can be settled about a file without looking into it. */
final class WholeFile {

    /** What to do with a file. */
    enum Verdict {
        TAKE_OLD,
        TAKE_NEW,
        /** All that is needed for a merge is there. */
        MERGE,
        /** One side has the file no more, and the other changed it. */
        DISPUTE
    }

    private WholeFile() {}

    static Verdict of(MergeInput input) {
        byte[] old = input.old();
        byte[] fresh = input.fresh();
        if (Arrays.equals(old, fresh)) {
            return Verdict.TAKE_NEW;
        }
        if (!input.baseKnown()) {
            return ofUnknownBase(old, fresh);
        }
        if (Arrays.equals(input.base(), old)) {
            return Verdict.TAKE_NEW;
        }
        if (Arrays.equals(input.base(), fresh)) {
            return Verdict.TAKE_OLD;
        }
        return old == null || fresh == null ? Verdict.DISPUTE : Verdict.MERGE;
    }

    /** A file that only the new version has is needed by it; one that only the customer has may be obsolete. */
    private static Verdict ofUnknownBase(byte[] old, byte[] fresh) {
        if (old == null) {
            return Verdict.TAKE_NEW;
        }
        return fresh == null ? Verdict.DISPUTE : Verdict.MERGE;
    }
}
