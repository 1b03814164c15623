package org.carbonupgrade.itests.support;

/** Says that the harness itself could not do its work: what it was doing, and where. */
public final class HarnessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HarnessException(String message) {
        super(message);
    }

    public HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
