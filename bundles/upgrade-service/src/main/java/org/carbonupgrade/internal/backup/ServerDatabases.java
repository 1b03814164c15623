package org.carbonupgrade.internal.backup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/** The old databases that lie in no file of this machine: only their server's own tools back them up. */
public final class ServerDatabases {

    private ServerDatabases() {}

    /** The refusal of a plan that names no backup of them; empty if there are none, or there is one. */
    public static Optional<UpgradeException> withoutBackup(Workplace workplace) {
        List<String> servers = workplace.databases().pairs().stream()
                .filter(pair -> !workplace.copier().identify(pair.old()).file().isPresent())
                .map(DatabasePair::name)
                .collect(Collectors.toList());
        return servers.isEmpty() || workplace.plan().existingBackup().isPresent()
                ? Optional.empty()
                : Optional.of(UpgradeError.BACKUP_MISSING.at(
                        workplace.plan().file().toString(),
                        "A database server holds " + String.join(", ", servers)
                                + ": back it up with its own tools and name that backup as backup.existing."));
    }
}
