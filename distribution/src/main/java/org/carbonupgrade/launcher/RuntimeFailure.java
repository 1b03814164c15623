package org.carbonupgrade.launcher;

/** The runtime itself does not work: a broken distribution, or a JVM that it can't run on. */
public final class RuntimeFailure extends RuntimeException {

    /** The code of all such errors; explained in {@code docs/errors.md} with the others. */
    public static final String CODE = "RUNTIME";

    private static final long serialVersionUID = 1L;
    private static final String REMEDY =
            "Unpack the distribution again; the JVM has to be Java 8 or newer, and its temporary directory writable.";

    RuntimeFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells the operator, in the form that all errors have. */
    static void tell(String what) {
        System.err.println("FAIL  " + CODE + "  " + what);
        System.err.println("        mend        " + REMEDY);
    }
}
