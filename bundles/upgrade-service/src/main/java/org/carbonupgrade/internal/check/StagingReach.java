package org.carbonupgrade.internal.check;

import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.configure.Outreach;
import org.carbonupgrade.internal.step.Workplace;

/** Names what the old home's configuration would have a staging node do to production: its cluster, its deployment, its mail. */
final class StagingReach implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        Outreach.of(workplace.oldHome()).forEach(found);
    }
}
