package org.carbonupgrade.verification;

import java.util.Objects;

/**
 * One thing that a check found: how it is, and where it is not well, the code to look it up by and how to mend it.
 * Never holds a password or a JDBC URL.
 */
public final class Entry {

    private final Status status;
    private final String code;
    private final String what;
    private final String remedy;

    /**
     * @param code stands for the kind of finding, such as {@code VF_LOGIN_REFUSED}; capitals, digits and underscores
     * @param what what was found, with the name of the thing: one sentence for people
     * @param remedy how to mend it; empty only for {@link Status#OK}
     * @throws IllegalArgumentException if something is missing
     */
    public Entry(Status status, String code, String what, String remedy) {
        this.status = Objects.requireNonNull(status, "status");
        this.code = Objects.requireNonNull(code, "code");
        this.what = Objects.requireNonNull(what, "what");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("not a code: " + code);
        }
        if (what.trim().isEmpty()) {
            throw new IllegalArgumentException(code + " does not say what was found");
        }
        if (status != Status.OK && remedy.trim().isEmpty()) {
            throw new IllegalArgumentException(code + " does not say how to mend it");
        }
    }

    public Status status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String what() {
        return what;
    }

    /** How to mend it; empty where there is nothing to mend. */
    public String remedy() {
        return remedy;
    }

    @Override
    public String toString() {
        return status + " " + code + ": " + what + (remedy.isEmpty() ? "" : ". " + remedy);
    }
}
