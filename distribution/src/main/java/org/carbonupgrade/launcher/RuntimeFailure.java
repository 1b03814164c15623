package org.carbonupgrade.launcher;

/** The runtime itself does not work: a broken distribution, or a JVM that it can't run on. */
final class RuntimeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuntimeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
