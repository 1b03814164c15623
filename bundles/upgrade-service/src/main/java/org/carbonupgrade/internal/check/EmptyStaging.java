package org.carbonupgrade.internal.check;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DatabaseInfo;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseErrors;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.staging.ShippedDatabase;
import org.carbonupgrade.internal.step.Workplace;

/** Every staging database is empty, or this upgrade's own; and the new home has a driver for it. */
final class EmptyStaging implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            try {
                found.accept(judge(pair, workplace));
            } catch (DbCopyException e) {
                found.accept(DatabaseErrors.finding(e));
            }
        }
    }

    private static Finding judge(DatabasePair pair, Workplace workplace) {
        String driver = workplace.copier().driver(pair.staging());
        Optional<ShippedDatabase> shipped = ShippedDatabase.inPlaceOf(pair, workplace.copier());
        if (shipped.isPresent()) {
            return shipped.get().finding("it will be set aside");
        }
        if (workplace.copier().same(pair.old(), pair.staging())) {
            return UpgradeError.STAGING_IS_OLD.found(
                    Status.FAIL, pair.name(), "Staging and old database are the same, by another URL.");
        }
        DatabaseInfo info = workplace.copier().inspect(pair.staging());
        if (!info.exists() || info.tables().isEmpty() && !info.mark().isPresent()) {
            return UpgradeError.STAGING_EMPTY.found(
                    Status.OK,
                    pair.name(),
                    "The staging database of " + pair + " is empty: " + info.identity() + ", driver " + driver + ".");
        }
        return info.mark().isPresent()
                ? marked(pair, info.mark().get(), workplace.upgradeId())
                : UpgradeError.STAGING_EMPTY.found(
                        Status.FAIL,
                        pair.name(),
                        "The staging database of " + pair + " holds "
                                + info.tables().size() + " tables.");
    }

    private static Finding marked(DatabasePair pair, UpgradeMark mark, String upgradeId) {
        boolean ours = mark.upgradeId().equals(upgradeId) && mark.phase() != UpgradeMark.Phase.PROMOTED;
        return UpgradeError.STAGING_EMPTY.found(
                ours ? Status.OK : Status.FAIL,
                pair.name(),
                "The staging database of " + pair + " holds the copy of "
                        + (ours ? "this upgrade: " : "upgrade " + mark.upgradeId() + ": ")
                        + mark.phase().name().toLowerCase(Locale.ROOT) + ".");
    }
}
