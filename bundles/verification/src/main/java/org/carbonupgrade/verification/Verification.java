package org.carbonupgrade.verification;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proves that the server it runs in works: an OSGi service of every started Carbon server that has this bundle.
 *
 * <p>A verification runs all checks, removes everything that they made, and writes its report to
 * {@code repository/upgrade/reports} of the server's home: {@code verification.html}, {@code verification.xml} and, last,
 * {@code verification.json}. Its methods block until that is done. One verification runs at a time: a second caller waits for
 * the first. What is wrong with the server or with a check is in the report, not thrown.
 */
@ProviderType
public interface Verification {

    /**
     * Verifies what is asked for.
     *
     * @throws IllegalStateException if the verification could not be brought to its end: the server is shutting down, or
     *     the reports can't be written
     */
    VerificationReport verify(VerificationRequest request);

    /**
     * Verifies what an upgrade has asked for in the file {@code repository/upgrade/verify-on-startup}, as it is done by itself
     * after a start-up. Once the report is written, the file has {@code .done} added to its name; if there is only one that
     * is done, what it asks for is verified again. A file that can't be read makes a report that says so.
     *
     * @return the report; empty if no upgrade has asked for anything
     * @throws IllegalStateException if the verification could not be brought to its end: the server is shutting down, or
     *     the reports can't be written
     */
    Optional<VerificationReport> verifyContract();
}
