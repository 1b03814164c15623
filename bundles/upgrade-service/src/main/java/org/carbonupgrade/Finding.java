package org.carbonupgrade;

import java.util.Objects;

/** One thing that a step found: what, where, and, unless all is well, how to mend it. Immutable; holds no secret. */
public final class Finding {

    private final Status status;
    private final String code;
    private final String what;
    private final String where;
    private final String remedy;

    /**
     * @param code explained in {@code docs/errors.md}
     * @param what one sentence for an operator
     * @param where the home, file, database or tenant that it is about; may be empty
     * @param remedy how to mend it; may be empty
     */
    public Finding(Status status, String code, String what, String where, String remedy) {
        this.status = Objects.requireNonNull(status, "status");
        this.code = Objects.requireNonNull(code, "code");
        this.what = Objects.requireNonNull(what, "what");
        this.where = Objects.requireNonNull(where, "where");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    public Status status() {
        return status;
    }

    /** Explained in {@code docs/errors.md}. */
    public String code() {
        return code;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }

    @Override
    public String toString() {
        return status + " " + code + ": " + what + (where.isEmpty() ? "" : " [" + where + "]");
    }
}
