package org.carbonupgrade.internal.check;

import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.backup.BackupRefusals;
import org.carbonupgrade.internal.step.Workplace;

/** A backup can be made, or one is named and there. */
final class PlannedBackup implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        BackupRefusals.of(workplace).forEach(refusal -> found.accept(refusal.finding()));
    }
}
