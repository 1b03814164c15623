package org.carbonupgrade.internal.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonVersion;
import org.carbonupgrade.internal.path.UpgradePath;
import org.carbonupgrade.internal.step.Workplace;

/** The new home's version is newer, and the way between the two is one that is known. */
final class Versions implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        CarbonVersion from = workplace.oldHome().version();
        CarbonVersion to = workplace.newHome().version();
        String path = from + " to " + to;
        String where = workplace.newHome().toString();
        int order = to.compareTo(from);
        Optional<UpgradePath> known = OwnPathFiles.path(workplace);
        if (order < 0) {
            found.accept(UpgradeError.VERSION_OLDER.found(Status.FAIL, where, "The new home is older: " + path + "."));
        } else if (order == 0) {
            found.accept(UpgradeError.VERSION_SAME.found(
                    Status.WARN, where, "Old and new home have the same version, " + from + "."));
        } else if (known.isPresent()) {
            found.accept(UpgradeError.VERSION_PATH.found(
                    Status.OK,
                    where,
                    "The upgrade is from " + path + ", and what that changes is known" + steps(known.get()) + "."));
        } else {
            found.accept(UpgradeError.VERSION_PATH.found(
                    Status.WARN,
                    where,
                    "The upgrade is from " + path
                            + ", of which nothing is known in particular: general rules are used."));
        }
    }

    private static String steps(UpgradePath path) {
        return path.steps().size() > 1 ? ", step by step: " + path : "";
    }
}
