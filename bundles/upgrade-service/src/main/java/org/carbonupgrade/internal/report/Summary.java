package org.carbonupgrade.internal.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.UpgradeReport.State;
import org.carbonupgrade.internal.home.CarbonHome;

/** Sums up an upgrade from the reports of its steps: success is only said when every step has given evidence. */
public final class Summary {

    private Summary() {}

    /** @param ofNode the steps that this upgrade has */
    public static UpgradeReport of(
            String upgradeId, CarbonHome oldHome, CarbonHome newHome, Set<StepName> ofNode, List<StepReport> steps) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("old home", oldHome.toString());
        about.put("old version", oldHome.version().toString());
        about.put("new home", newHome.toString());
        about.put("new version", newHome.version().toString());
        return new UpgradeReport(upgradeId, state(ofNode, steps), about, ofNode, steps);
    }

    private static State state(Set<StepName> ofNode, List<StepReport> steps) {
        Status worst = Status.worst(steps.stream().map(StepReport::status).collect(Collectors.toList()));
        if (!worst.passed()) {
            return State.FAILED;
        }
        if (steps.size() < ofNode.size()) {
            return State.UNFINISHED;
        }
        return worst == Status.OK ? State.OK : State.OK_WITH_WARNINGS;
    }
}
