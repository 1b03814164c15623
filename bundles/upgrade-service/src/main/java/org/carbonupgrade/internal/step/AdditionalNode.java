package org.carbonupgrade.internal.step;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.Finding;
import org.carbonupgrade.StepName;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.plan.NodeRole;

/** A further node of a cluster: it takes its place in the first node's upgrade, and copies no database. */
public final class AdditionalNode {

    private AdditionalNode() {}

    /**
     * Refuses a step that such a node does not have, and any before the first node is ready. Says what it finds of the databases.
     *
     * @throws UpgradeException if the first node has not copied one of them to where this node's plan says
     */
    public static List<Finding> require(StepName step, Workplace workplace) {
        List<Finding> findings = new ArrayList<>();
        if (workplace.plan().nodeRole() != NodeRole.ADDITIONAL) {
            return findings;
        }
        if (!NodeRole.ADDITIONAL.steps().contains(step)) {
            throw UpgradeError.NODE_STEP.at(step.word(), "An additional node has no step " + step.word() + ".");
        }
        FirstNode first = workplace.firstNode();
        first.requireReady();
        for (DatabasePair pair : workplace.databases().pairs()) {
            Finding finding = first.judge(pair, workplace.copier());
            if (!finding.status().passed()) {
                throw new UpgradeException(
                        finding.code(), finding.what(), finding.where(), finding.remedy(), true, null);
            }
            findings.add(finding);
        }
        return findings;
    }
}
