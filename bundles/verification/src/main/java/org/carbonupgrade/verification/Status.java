package org.carbonupgrade.verification;

import java.util.stream.Stream;

/** How a check, or one thing that it looked at, turned out; from good to bad. */
public enum Status {

    /** Looked at, and as it should be. */
    OK,

    /** Works, but a person should know. */
    WARN,

    /** Could not be looked at: nothing is proven, so the verification fails. */
    COULD_NOT_RUN,

    /** Looked at, and not as it should be. */
    FAIL;

    /** Whether a verification with this status in it fails. */
    public boolean isFailure() {
        return this == FAIL || this == COULD_NOT_RUN;
    }

    /** The worst of them; {@link #OK} of none. */
    public static Status worst(Stream<Status> all) {
        return all.max(Enum::compareTo).orElse(OK);
    }
}
