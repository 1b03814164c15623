package org.carbonupgrade.internal.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.plan.NodeRole;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.step.Workplace;

/** Why the backup that a plan describes can't be made, or isn't there: the same to whoever checks and to whoever makes it. */
public final class BackupRefusals {

    private BackupRefusals() {}

    /** All reasons; none if nothing stands in the way. */
    public static List<UpgradeException> of(Workplace workplace) {
        List<UpgradeException> refusals = new ArrayList<>();
        if (workplace.plan().nodeRole() == NodeRole.ADDITIONAL) {
            return refusals; // it has no such step
        }
        withoutBackup(workplace).ifPresent(refusals::add);
        Plan plan = workplace.plan();
        Optional<Path> existing = plan.existingBackup();
        Optional<Path> directory = plan.backupDirectory();
        if (existing.isPresent() && !isReadable(existing.get())) {
            refusals.add(UpgradeError.BACKUP_MISSING.at(
                    existing.get().toString(),
                    "The backup that the plan names is no file or directory, or cannot be read."));
        } else if (directory.isPresent() && workplace.oldHome().holds(directory.get())) {
            refusals.add(
                    UpgradeError.BACKUP_PLACE.at(directory.get().toString(), "The backup would lie in the old home."));
        } else if (!existing.isPresent() && !directory.isPresent()) {
            refusals.add(UpgradeError.BACKUP_MISSING.at(
                    plan.file().toString(), "The plan names no place for a backup, and no backup."));
        }
        return refusals;
    }

    /** Pipes and devices are no backups, and would be read for ever. */
    private static boolean isReadable(Path backup) {
        return Files.isReadable(backup) && (Files.isRegularFile(backup) || Files.isDirectory(backup));
    }

    /** Databases that lie in no file of this machine, and whose server's own program is not at hand. */
    private static Optional<UpgradeException> withoutBackup(Workplace workplace) {
        if (workplace.plan().existingBackup().isPresent()) {
            return Optional.empty();
        }
        Dumps dumps = new Dumps(workplace);
        List<String> missing = workplace.databases().pairs().stream()
                .map(dumps::missing)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect(Collectors.toList());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        UpgradeError.BACKUP_MISSING.at(
                                workplace.plan().file().toString(),
                                "A database server holds what cannot be dumped from here: " + String.join(", ", missing)
                                        + ". Install a program that is missing, or back it up yourself and name that as backup.existing."));
    }
}
