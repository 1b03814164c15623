package org.carbonupgrade.verification;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proves that the server it runs in works: an OSGi service of every started Carbon server that has this bundle.
 *
 * <p>A verification runs all checks, removes everything that they made, and writes its report to
 * {@code repository/upgrade/reports} of the server's home: {@code verification.html}, {@code verification.xml} and, last,
 * {@code verification.json}. A verification of some checks only writes {@code verification-part.*} instead, which proves less; so do
 * those that only look. Things are made only in a server whose databases are staging databases of an upgrade, or by force. Its methods block until that is done. One verification runs at a time: a second caller waits for
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

    /**
     * What the upgrade has asked for last, done or not: the ground for asking for a part of it.
     *
     * @return empty if no upgrade has asked for anything
     * @throws IllegalStateException if the file can't be used; the message says why
     */
    Optional<VerificationRequest> contract();

    /**
     * Removes what an interrupted verification left in the server, which each whole verification and each start-up does as
     * well. The report is written to {@code verification-clean.*}.
     *
     * @throws IllegalStateException as for {@link #verify}
     */
    VerificationReport clean();
}
