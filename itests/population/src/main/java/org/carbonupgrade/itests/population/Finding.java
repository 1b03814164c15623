package org.carbonupgrade.itests.population;

import java.util.Objects;

/** One thing that an inspection looked at: what the manifest says of it, and what it is. */
public final class Finding {

    /** The tenant's domain. */
    public final String tenant;

    /** A user, role, registry resource, user store, file …, by its name. */
    public final String subject;

    /** What was looked at, such as {@code login}, {@code roles} or {@code content}. */
    public final String aspect;

    public final String expected;
    public final String actual;

    public Finding(String tenant, String subject, String aspect, String expected, String actual) {
        this.tenant = tenant;
        this.subject = subject;
        this.aspect = aspect;
        this.expected = expected;
        this.actual = actual;
    }

    public boolean isAsExpected() {
        return Objects.equals(expected, actual);
    }

    @Override
    public String toString() {
        return tenant + " " + subject + " " + aspect + ": expected " + expected + ", found " + actual;
    }
}
