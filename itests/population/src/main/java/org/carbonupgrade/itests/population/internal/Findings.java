package org.carbonupgrade.itests.population.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.carbonupgrade.itests.population.Finding;
import org.carbonupgrade.itests.population.Inspection;

/** Collects what an inspection finds; what cannot even be looked at is a finding too, and the inspection goes on. */
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    /** @return whether it is as expected */
    boolean compare(String tenant, String subject, String aspect, Object expected, Callable<?> actual) {
        Finding finding = new Finding(tenant, subject, aspect, String.valueOf(expected), look(actual));
        findings.add(finding);
        return finding.isAsExpected();
    }

    Inspection inspection() {
        return new Inspection(findings);
    }

    private static String look(Callable<?> actual) {
        try {
            return String.valueOf(actual.call());
        } catch (Exception | LinkageError e) {
            return "error: " + e;
        }
    }
}
