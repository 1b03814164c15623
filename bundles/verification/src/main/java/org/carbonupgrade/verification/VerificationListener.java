package org.carbonupgrade.verification;

/** Is told of every verification that has come to its end. Registered as an OSGi service. */
public interface VerificationListener {

    /**
     * A verification has ended, and its reports are written. What is thrown is logged and changes nothing.
     *
     * @param report what it came to
     */
    void verified(VerificationReport report);
}
