package org.carbonupgrade;

import java.util.Objects;

/** Ends a step or refuses it: what went wrong, where, and how to mend it. Holds no secret. */
public class UpgradeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String where;
    private final String remedy;
    private final boolean refusal;

    /**
     * @param code explained in {@code docs/errors.md}
     * @param what one sentence for an operator
     * @param refusal whether nothing was begun, rather than something failed
     * @param cause the exception behind it, or null
     */
    public UpgradeException(String code, String what, String where, String remedy, boolean refusal, Throwable cause) {
        super(what, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.where = Objects.requireNonNull(where, "where");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.refusal = refusal;
    }

    /** Explained in {@code docs/errors.md}. */
    public String code() {
        return code;
    }

    /** The home, file, database or tenant that it is about; may be empty. */
    public String where() {
        return where;
    }

    /** How to mend it. */
    public String remedy() {
        return remedy;
    }

    /** Whether nothing was begun: bad input, or a prerequisite that is not met. */
    public boolean refusal() {
        return refusal;
    }

    /** As a finding of the step that it ended. */
    public Finding finding() {
        return new Finding(Status.FAIL, code, getMessage(), where, remedy);
    }
}
