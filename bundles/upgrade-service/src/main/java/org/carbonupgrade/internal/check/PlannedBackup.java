package org.carbonupgrade.internal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.backup.ServerDatabases;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.step.Workplace;

/** A backup can be made, or one is named and there. */
final class PlannedBackup implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        Plan plan = workplace.plan();
        Optional<Path> existing = plan.existingBackup();
        Optional<Path> directory = plan.backupDirectory();
        ServerDatabases.withoutBackup(workplace).ifPresent(refusal -> found.accept(refusal.finding()));
        if (existing.isPresent() && !Files.isReadable(existing.get())) {
            found.accept(UpgradeError.BACKUP_MISSING.found(
                    Status.FAIL, existing.get().toString(), "The backup that the plan names cannot be read."));
        } else if (directory.isPresent()
                && directory
                        .get()
                        .toAbsolutePath()
                        .startsWith(workplace.oldHome().path())) {
            found.accept(UpgradeError.BACKUP_PLACE.found(
                    Status.FAIL, directory.get().toString(), "The backup would lie in the old home."));
        } else if (!existing.isPresent() && !directory.isPresent()) {
            found.accept(UpgradeError.BACKUP_MISSING.found(
                    Status.FAIL, plan.file().toString(), "The plan names no place for a backup, and no backup."));
        }
    }
}
