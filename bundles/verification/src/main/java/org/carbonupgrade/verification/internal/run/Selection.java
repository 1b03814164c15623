package org.carbonupgrade.verification.internal.run;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.isolation.IsolatedCheck;

/** The checks that a verification is to run, in their order. Immutable. */
final class Selection {

    private final List<IsolatedCheck> checks;
    private final Set<String> unknownTags;

    private Selection(List<IsolatedCheck> checks, Set<String> unknownTags) {
        this.checks = Collections.unmodifiableList(checks);
        this.unknownTags = Collections.unmodifiableSet(unknownTags);
    }

    static Selection of(VerificationRequest request, Collection<Check> all) {
        Set<String> unknown = new TreeSet<>(request.tags());
        List<IsolatedCheck> known = IsolatedCheck.inOrder(all);
        known.forEach(check -> unknown.removeAll(check.tags()));
        known.removeIf(check -> !request.tags().isEmpty() && Collections.disjoint(check.tags(), request.tags()));
        known.removeIf(check -> request.isReadOnly() && check.changesServer());
        return new Selection(known, unknown);
    }

    List<IsolatedCheck> checks() {
        return checks;
    }

    /** What was asked for and no check has. */
    Set<String> unknownTags() {
        return unknownTags;
    }

    /** Whether any of the checks makes something in the server. */
    boolean changesServer() {
        return checks.stream().anyMatch(IsolatedCheck::changesServer);
    }
}
