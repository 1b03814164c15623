package org.carbonupgrade.verification.internal.console;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.Verification;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.isolation.IsolatedCheck;
import org.carbonupgrade.verification.internal.report.Reports;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The OSGi console's {@code verification:run} and its companions: verify the server whenever somebody wants to know, upgrade or
 * not. Gogo finds the functions by the service's properties; nothing of it is imported.
 */
@Component(
        service = VerificationCommand.class,
        property = {
            "osgi.command.scope=verification",
            "osgi.command.function=run",
            "osgi.command.function=clean",
            "osgi.command.function=checks",
            "osgi.command.function=help"
        })
public final class VerificationCommand {

    private static final String HELP = String.join(
            System.lineSeparator(),
            "verification:run                 every check; what is made is removed again; in staging only",
            "verification:run --read-only     only checks that make nothing: harmless on any server",
            "verification:run --tags TAG,TAG  only checks that have one of the tags",
            "verification:run --force         also in a server that is not staging of an upgrade",
            "verification:clean               removes what an interrupted verification has left",
            "verification:checks              lists the checks: name, tags, whether they make anything, purpose");

    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private Verification verification;

    /** Verifies the server against what the last upgrade expected of it, if there was one, and says how that turned out. */
    public String run(String... words) {
        return answer(() -> {
            List<String> list = words == null ? Collections.emptyList() : Arrays.asList(words);
            VerificationReport report =
                    list.isEmpty() ? verification.verifyContract().orElseGet(() -> verify(list)) : verify(list);
            return Summary.of(report, Reports.name(report.request()));
        });
    }

    /** Removes what an interrupted verification has left. */
    public String clean() {
        return answer(() -> Summary.of(verification.clean(), Reports.CLEANING));
    }

    /** The checks that there are, built in and of others. */
    public String checks() {
        return CheckTable.of(IsolatedCheck.inOrder(checks));
    }

    /** What can be asked for. */
    public String help() {
        return HELP;
    }

    private VerificationReport verify(List<String> words) {
        VerificationRequest ground = verification.contract().orElse(VerificationRequest.defaults());
        return verification.verify(Words.request(words, ground));
    }

    private static String answer(Supplier<String> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        } catch (IllegalStateException e) {
            return "The verification did not come to its end: " + e.getMessage();
        }
    }

    @Reference(unbind = "unsetVerification")
    void setVerification(Verification service) {
        verification = service;
    }

    void unsetVerification(Verification service) {
        verification = null;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "removeCheck")
    void addCheck(Check check) {
        checks.add(check);
    }

    void removeCheck(Check check) {
        checks.remove(check);
    }
}
