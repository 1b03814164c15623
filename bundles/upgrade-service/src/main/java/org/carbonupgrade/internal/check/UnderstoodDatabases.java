package org.carbonupgrade.internal.check;

import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.step.Workplace;

/** Every data source of the old home is understood, and so is its staging database. */
final class UnderstoodDatabases implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        workplace.databases().problems().forEach(found);
    }
}
